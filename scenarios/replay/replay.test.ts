import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalog/index.ts';
import { createHurryingClock, replayInto, type ReplayResult } from '../../src/cli/replay/index.ts';
import { exportOrganisation, type ExportedOrganisation, type PortableDocument } from '../../src/engine/export/index.ts';
import type { JsonObject } from '../../src/core/index.ts';
import { createSimulator } from '../../src/simulator/index.ts';
import { contentFormats, createInProcessExchange, inProcessUrl, openPlatform } from '../world/index.ts';

const names = ['original', 'copy'] as const;
type Name = (typeof names)[number];

const clientOf = (name: Name) => ({ id: `writer of ${name}`, secret: 'secret', name: `Writer of ${name}` });
const modes = Object.fromEntries(catalogue.types.map((type) => [type, 'manage' as const]));
const clock = createHurryingClock();
const simulator = createSimulator({
  seed: 'replay',
  clock,
  organisations: names.map((name) => ({
    name,
    clients: [clientOf(name)],
    settings: { rateLimitPerMinute: 1_000_000 },
    ...(name === 'original' ? { contents: { objects: 300, seed: 'replay' } } : {}),
  })),
});

let original: ExportedOrganisation;
let copy: ExportedOrganisation;
let result: ReplayResult;

beforeAll(async () => {
  original = await exportFrom('original');
  const source = { name: 'copy', folder: 'memory', contents: original.contents };
  result = await replayInto(
    {
      simulator,
      clock,
      catalogue,
      contentFormats,
      emit: () => undefined,
      ids: { next: (prefix) => `${prefix}1` },
      organisation: 'copy',
      client: clientOf('copy'),
    },
    { ...source, documents: original.documents.map(asFile) },
  );
  copy = await exportFrom('copy');
}, 120_000);

afterAll(() => clock.arrive());

describe('an organisation that is exported and replayed into an empty one', () => {
  it('is recreated but for what can not be, each with its reason', () => {
    const made = result.made.reduce((sum, { count }) => sum + count, 0);
    expect(made + result.notMade.length).toBe(original.documents.length);
    expect(result.notMade.filter(({ reason }) => reason === '')).toEqual([]);
    const types = [...new Set(original.documents.map(({ type }) => type))];
    const withoutCreate = types.filter((type) => catalogue.find(type)?.limits.create === undefined);
    expect(made).toBeGreaterThan(original.documents.length * 0.8);
    expect(result.made.length).toBeGreaterThan(withoutCreate.length * 0.8);
  });

  it('is the same, document by document, but for what the summary tells', () => {
    const [before, after] = [byAddress(original), byAddress(copy)];
    // Where the second export had to leave a field out, it says so itself.
    const unresolved = copy.diagnostics.flatMap(({ detail }) => detail.split(/ [\w.]+ points at /u)[0] ?? []);
    const told = new Set(
      [...[...result.notMade, ...result.differs].map(({ address }) => address), ...unresolved].map(plain),
    );
    const untold = [...before].filter(([address]) => !told.has(address));
    const missing = untold.filter(([address]) => !after.has(address)).map(([address]) => address);
    expect(missing).toEqual([]);
    for (const [address, document] of untold) expect([address, after.get(address)]).toEqual([address, document]);
    expect(untold.length).toBeGreaterThan(before.size * 0.8);
  });

  it('has nothing more but what a new organisation has of its own, and no limit is left off', () => {
    const before = byAddress(original);
    const known = /^(?:auth_role\/Role of|oauth_client\/|task_management_worktype_status\/)/u;
    expect([...byAddress(copy).keys()].filter((address) => !before.has(address) && !known.test(address))).toEqual([]);
    expect(simulator.organisation('copy').settings().rateLimitPerMinute).toBe(1_000_000);
  });

  it('knows every flow as published, with the text of the original', () => {
    const flows = original.documents.filter(({ contentText }) => contentText !== undefined);
    const texts = new Map(copy.documents.map(({ address, contentText }) => [plain(address), contentText]));
    const told = new Set(result.notMade.map(({ address }) => address));
    const made = flows.filter(({ address }) => !told.has(address));
    expect(made.length).toBeGreaterThan(3);
    for (const { address, contentText } of made)
      expect([address, texts.get(plain(address))]).toEqual([address, contentText]);
  });
});

async function exportFrom(name: Name): Promise<ExportedOrganisation> {
  const { id } = simulator.organisation(name);
  const organisation = { name, id, clientId: clientOf(name).id, clientSecret: clientOf(name).secret };
  const send = createInProcessExchange(simulator, { clock, timeoutMs: 600_000 });
  const reader = openPlatform({ organisation, url: inProcessUrl, clock, intercept: () => send });
  const request = { catalogue, organisationId: id, modes, pins: [], contentFormats };
  try {
    return await exportOrganisation({ reader, clock }, request);
  } finally {
    await reader.close();
  }
}

/** A document as its file has it: what names the object stands beside its fields. */
function asFile({ type, key, address, document }: PortableDocument) {
  const named = catalogue.find(type)?.key.fields ?? [];
  const fields = Object.entries(document).filter(([name]) => !named.includes(name));
  return { type, key, document: Object.fromEntries(fields) as JsonObject, source: { file: address } };
}

function byAddress({ documents }: ExportedOrganisation): ReadonlyMap<string, JsonObject> {
  return new Map(
    documents.map(({ address, document }) => [
      plain(address),
      JSON.parse(JSON.stringify(document).normalize('NFC')) as JsonObject,
    ]),
  );
}

/** Without what an export puts behind shared names, and with accents composed: names that differ so are one to us. */
function plain(address: string): string {
  return address.normalize('NFC').replace(/~[0-9a-f]{8}$/u, '');
}
