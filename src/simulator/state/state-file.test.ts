import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../testing/world.ts';
import type { SimulatorState } from './snapshot.ts';
import { parseState } from './state-file.ts';
import { stateLines } from './state-lines.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulator-state-'));
afterAll(() => rmSync(folder, { recursive: true }));

const queues = '/api/v2/routing/queues';
const step = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  }),
  fc.record({ kind: fc.constantFrom('change' as const, 'delete' as const), nth: fc.nat(5) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1, 400, 1000) }),
  fc.constantFrom({ kind: 'publish' as const }, { kind: 'token' as const }, { kind: 'login' as const }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

type Actor = Pick<TestWorld, 'simulator' | 'clock' | 'call' | 'token'>;

async function take(actor: Actor, act: Step): Promise<unknown> {
  const acme = actor.simulator.organisation('Acme');
  switch (act.kind) {
    case 'create':
      return actor.call('POST', queues, { name: act.name });
    case 'change':
    case 'delete': {
      const path = `${queues}/${acme.entities('routing_queue').at(act.nth)?.id ?? 'none'}`;
      if (act.kind === 'delete') return actor.call('DELETE', path);
      return actor.call('PUT', path, { name: `changed ${act.nth}` });
    }
    case 'wait':
      return actor.clock.advance(act.ms);
    case 'publish': {
      const job = await actor.call('POST', '/api/v2/flows/jobs');
      const { pathname, search } = new URL(String(job.body['presignedUrl']));
      const headers = job.body['headers'] as Readonly<Record<string, string>>;
      const body = 'inboundCall:\n  name: A flow';
      return actor.simulator.handle({ method: 'PUT', path: pathname + search, headers, body });
    }
    case 'token':
      return actor.token('deployer');
    case 'login':
      return acme.logIn('hanna@acme.example');
    default:
      return act satisfies never;
  }
}

/** Without what has no meaning: the order of readable objects, and the ids that requests were given. */
function comparable(state: SimulatorState): unknown {
  const text = JSON.stringify(state).replaceAll(/"(transactionId|correlationId)":"[^"]*"/gu, '"$1":""');
  const plain = JSON.parse(text) as SimulatorState;
  const byId = (left: { readonly id: string }, right: { readonly id: string }): number => (left.id < right.id ? -1 : 1);
  return plain.organisations.map(({ collections, ...own }) => [
    own,
    plain.tokens,
    Object.entries(collections).map(([name, it]) => [name, { ...it, shown: [...it.shown].toSorted(byId) }]),
  ]);
}

describe('a state as lines', () => {
  it('is the same when read again, and what follows is the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), fc.array(step, { maxLength: 4 }), async (before, after) => {
        const world = createTestWorld({ settings: { consistencyLagMs: 1000 } });
        await world.call('GET', queues);
        for (const act of before) await take(world, act);
        const saved = world.simulator.snapshot();
        const read = parseState(Buffer.from([...stateLines(saved)].join('')));
        expect(comparable(read)).toEqual(comparable(saved));
        const other = createTestWorld();
        other.clock.advance(world.clock.now() - other.clock.now());
        other.simulator.load(read);
        const call = other.as(saved.tokens.tokens[0]?.token ?? '');
        for (const act of after) {
          await take(world, act);
          await take({ ...other, call }, act);
        }
        expect(comparable(other.simulator.snapshot())).toEqual(comparable(world.simulator.snapshot()));
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.lastIndexOf('{"issuedTokens"'))],
    ['cut in a line', (text: string) => text.slice(0, -20)],
    ['something else', () => '{"format":"other"}\n'],
    ['not JSON', () => 'hello'],
    ['empty', () => ''],
    ['with a foreign line', (text: string) => `${text}{"surprise":1}\n`],
  ])('%s is refused and changes nothing', async (_name, spoil) => {
    const world = createTestWorld();
    world.simulator.organisation('Acme').create('routing_queue', { name: 'Kept' });
    const path = join(folder, 'spoilt');
    writeFileSync(path, spoil([...stateLines(world.simulator.snapshot())].join('')));
    await expect(world.simulator.loadFrom(path)).rejects.toThrow(RangeError);
    expect(world.simulator.organisation('Acme').entities('routing_queue')).toHaveLength(1);
    const put = await world.simulator.handle({
      method: 'PUT',
      path: '/simulator/state',
      headers: {},
      body: readFileSync(path),
    });
    expect(put.status).toBe(400);
  });
});

describe('a state file', () => {
  it('brings everything to another simulator, whatever its seed, and ids go on', async () => {
    const world = createTestWorld();
    world.simulator.organisation('Acme').create('routing_queue', { name: 'Störung 😀\u2028' });
    const path = join(folder, 'state');
    await world.simulator.saveTo(path);
    const next = world.simulator.organisation('Acme').create('routing_queue', { name: 'Next' });
    const { createSimulator } = await import('../simulator.ts');
    const other = createSimulator({ seed: 'another' });
    await other.loadFrom(path);
    expect(other.organisation('Acme').entities('routing_queue')).toMatchObject([{ name: 'Störung 😀\u2028' }]);
    expect(other.organisation('Acme').create('routing_queue', { name: 'Next' }).id).toBe(next.id);
  });

  it('stays whole when the next saving fails', async () => {
    const world = createTestWorld();
    const path = join(folder, 'whole');
    await world.simulator.saveTo(path);
    const before = readFileSync(path, 'utf8');
    const cyclic: Record<string, unknown> = { name: 'Cyclic' };
    world.simulator.organisation('Acme').create('routing_queue', { name: 'A' });
    cyclic['self'] = cyclic;
    const state = world.simulator.snapshot();
    const { writeStateFile } = await import('./state-file.ts');
    const broken = { ...state, tokens: { issued: 1, tokens: [cyclic as never] } };
    await expect(writeStateFile(path, broken)).rejects.toThrow(TypeError);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});
