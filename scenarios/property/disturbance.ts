import fc from 'fast-check';
import type { FaultKind, OrganisationHandle } from '../../src/simulator/index.ts';
import { createFatefulLife, humanEmail, type Life, type World } from '../world/index.ts';

/** Everything that goes wrong in one run. */
export interface Disturbance {
  /** Faults by the number of the request they hit, counted over all processes. */
  readonly faults: readonly { readonly nth: number; readonly fault: FaultKind }[];
  /** Boundaries at which the first, the second … process dies. */
  readonly deaths: readonly number[];
  /** Boundaries of the first process at which a person changes an object in the Admin UI. */
  readonly edits: readonly { readonly at: number; readonly of: Editable }[];
  readonly lagMs: number;
  readonly auditLagMs: number;
  readonly concurrency: number;
  /** What latency and jitter follow from. */
  readonly seed: number;
}

/** Objects that people edit, and the field of each that no change ever names. */
const editable = {
  queue: {
    type: 'routing_queue',
    name: 'Sales',
    path: '/api/v2/routing/queues',
    field: 'enableManualAssignment',
    value: true,
  },
  group: { type: 'group', name: 'Agents', path: '/api/v2/groups', field: 'rolesEnabled', value: true },
  schedule: {
    type: 'architect_schedules',
    name: 'Office hours',
    path: '/api/v2/architect/schedules',
    field: 'rrule',
    value: 'FREQ=DAILY',
  },
} as const;

type Editable = keyof typeof editable;

const fault: fc.Arbitrary<FaultKind> = fc.oneof(
  fc.record({
    kind: fc.constant('status'),
    status: fc.constantFrom(500, 503, 504),
    when: fc.constantFrom('before', 'after'),
  }),
  fc.record({ kind: fc.constant('drop'), when: fc.constantFrom('before', 'after') }),
  fc.record({ kind: fc.constant('rate-limit'), retryAfterSeconds: fc.integer({ min: 1, max: 20 }) }),
  fc.record({
    kind: fc.constant('slow'),
    delayMs: fc.constantFrom(500, 5_000, 40_000),
    when: fc.constantFrom('before', 'after'),
  }),
  fc.constant({ kind: 'expire-tokens' } as const),
);

/** Any disturbance, from none to several at once. */
export const randomDisturbance: fc.Arbitrary<Disturbance> = fc.record({
  faults: fc.array(fc.record({ nth: fc.integer({ min: 8, max: 80 }), fault }), { maxLength: 4 }),
  deaths: fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 2 }),
  edits: fc.array(
    fc.record({ at: fc.integer({ min: 2, max: 40 }), of: fc.constantFrom<Editable>('queue', 'group', 'schedule') }),
    { maxLength: 2 },
  ),
  lagMs: fc.constantFrom(0, 1_000, 4_000),
  auditLagMs: fc.constantFrom(0, 3_000),
  concurrency: fc.integer({ min: 1, max: 4 }),
  seed: fc.integer({ min: 1, max: 2 ** 31 }),
});

/** An edit that a person made. */
export interface MadeEdit {
  readonly type: string;
  readonly id: string;
  readonly address: string;
  readonly field: string;
  readonly value: unknown;
}

/** The life of one process of the run, in which the person makes their edits. */
export function disturbedLife(world: World, disturbance: Disturbance, process: number, made: MadeEdit[]): Life {
  const diesAt = disturbance.deaths[process];
  return createFatefulLife((_, count) => {
    if (process === 0) for (const edit of disturbance.edits) if (edit.at === count) editByHand(world, edit.of, made);
    return count === diesAt ? 'dies' : 'lives';
  });
}

function editByHand(world: World, what: Editable, made: MadeEdit[]): void {
  const { type, name, path, field, value } = editable[what];
  const organisation = world.simulator.organisation(world.organisation.name);
  const object = organisation.entities(type).find((entity) => entity['name'] === name);
  if (object === undefined || object[field] === value || !isLive(organisation, type, object.id)) return;
  const headers = { authorization: `Bearer ${organisation.logIn(humanEmail)}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ ...object, [field]: value });
  void world.simulator.handle({ method: 'PUT', path: `${path}/${object.id}`, headers, body }).then(({ status }) => {
    if (status === 200) made.push({ type, id: object.id, address: `${type}/${name}`, field, value });
  });
}

function isLive(organisation: OrganisationHandle, type: string, id: string): boolean {
  return organisation.entities(type).some((entity) => entity.id === id && entity['state'] !== 'deleted');
}

/** Numbers in [0, 1) that follow from the seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
