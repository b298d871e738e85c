import { catalogue } from '../../../src/catalog/index.ts';
import { digestJson, type JsonObject } from '../../../src/core/index.ts';
import type { LiveObject, Snapshot } from '../../../src/core/resource/index.ts';

/** What a large organisation is made of: a type, its share of the whole, and the body of its n-th object. */
interface Share {
  readonly type: string;
  readonly percent: number;
  readonly body: (index: number, note: string) => JsonObject;
}

const division = { id: 'd1', name: 'Home', selfUri: '/api/v2/authorization/divisions/d1' };

const shares: readonly Share[] = [
  {
    type: 'routing_queue',
    percent: 20,
    body: (index, note) => ({
      division,
      description: note,
      mediaSettings: { call: media(), callback: media(), chat: media(), email: media(), message: media() },
      acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: index },
      skillEvaluationMethod: 'BEST',
      memberCount: 12,
      dateModified: '2026-01-01T00:00:00.000Z',
    }),
  },
  { type: 'routing_wrapupcode', percent: 30, body: (_, note) => ({ division, description: note }) },
  {
    type: 'architect_schedules',
    percent: 20,
    body: (_, note) => ({ division, description: note, start: '2026-01-01T08:00:00', end: '2026-01-01T18:00:00' }),
  },
  {
    type: 'architect_emergencygroup',
    percent: 10,
    body: (_, note) => ({ division, description: note, enabled: false }),
  },
  {
    type: 'location',
    percent: 10,
    body: (index, note) => ({ notes: note, address: { country: 'IE', city: `City ${index % 90}` } }),
  },
  { type: 'flow_outcome', percent: 10, body: (_, note) => ({ division, description: note }) },
];

/** How many iterators look at each type; each finds its share of the twentieth of all objects that are to change. */
export const iteratorsPerType = 3;

/** Types of a large organisation with the field that their iterators look at and change. */
export const countedFields: readonly { readonly type: string; readonly field: string }[] = shares.map(({ type }) => ({
  type,
  field: fieldOf(type),
}));

/** A snapshot of that many objects of several types. `generation` changes every hundredth object. */
export function largeSnapshot(count: number, generation = 0): Snapshot {
  return {
    organisationId: 'org',
    takenAt: '2026-01-01T00:00:00.000Z',
    types: Object.fromEntries(
      shares.map((share) => {
        const amount = Math.round((count * share.percent) / 100);
        const objects = Array.from({ length: amount }, (_, index) => {
          const batch = Math.floor((index / amount) * 20 * iteratorsPerType);
          const note = batch < iteratorsPerType ? `batch ${batch}` : `number ${index}`;
          return liveObject(share, index, { note, generation });
        });
        return [share.type, { complete: true, objects }];
      }),
    ),
    parts: {},
    contents: {},
    consumers: {},
  };
}

/** The snapshot with a stand-in for the fingerprint of every object, as a kept one has them. */
export function withFingerprints(snapshot: Snapshot): Snapshot {
  return {
    ...snapshot,
    types: Object.fromEntries(
      Object.entries(snapshot.types).map(([type, listing]) => [
        type,
        { ...listing, objects: listing.objects.map((live) => ({ ...live, fingerprint: digestJson(live.body) })) },
      ]),
    ),
  };
}

function liveObject(
  { type, body }: Share,
  index: number,
  { note, generation }: { readonly note: string; readonly generation: number },
): LiveObject {
  const id = `${String(index).padStart(8, '0')}-0000-4000-8000-${String(catalogue.types.indexOf(type)).padStart(12, '0')}`;
  const changed = generation > 0 && index % 100 === 0 ? { [fieldOf(type)]: `generation ${generation}` } : {};
  return {
    id,
    body: { id, name: `${nameOf(index)} ${index}`, ...body(index, note), ...changed, selfUri: `/api/v2/${type}/${id}` },
  };
}

function fieldOf(type: string): string {
  return type === 'location' ? 'notes' : 'description';
}

function nameOf(index: number): string {
  return index % 3 === 0 ? 'Störung' : index % 3 === 1 ? 'Billing' : 'VIP';
}

function media(): JsonObject {
  return {
    enableAutoAnswer: false,
    alertingTimeoutSeconds: 30,
    serviceLevel: { percentage: 0.8, durationMs: 20_000 },
  };
}
