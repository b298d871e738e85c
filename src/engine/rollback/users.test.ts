import { describe, expect, it } from 'vitest';
import type { Plan } from '../../core/plan/index.ts';
import { deploy } from '../deploy/index.ts';
import type { PlatformReader } from '../ports.ts';
import { platformError } from '../testing/fake-organisation.ts';
import { artifactOf, createWorkbench, ensure, ref, type Workbench } from '../testing/workbench.ts';
import { planRollback } from './plan-rollback.ts';

type Action = Parameters<typeof artifactOf>[0][number];

interface Case {
  readonly name: string;
  readonly actions?: readonly Action[];
  /** What somebody does after the run, given the id of the new colour. */
  readonly later?: (bench: Workbench, colour: string) => void;
  readonly reader?: (bench: Workbench) => Partial<PlatformReader>;
  readonly only?: readonly string[];
  readonly expected: readonly { readonly code: string; readonly detail: string }[];
}

const untracked = { consumers: async () => undefined };
const addUser = (bench: Workbench, colour: string): void =>
  void bench.organisation.add('crate', { name: 'Box', colour: { id: colour } });
const notTracked = "Not looked into for users of what is deleted: the platform's own record of who uses a colour.";

async function planAfter(given: Case): Promise<Plan> {
  const bench = createWorkbench();
  bench.organisation.add('crate', { name: 'Old' });
  bench.clock.advance(10_000);
  const artifact = artifactOf([ensure('colour', 'Blue'), ...(given.actions ?? [])]);
  const { runId } = await deploy(bench.ports(), bench.request(artifact));
  given.later?.(bench, bench.organisation.idsOf('colour', 'Blue')[0] ?? '');
  const reader = { ...bench.organisation.platform, ...given.reader?.(bench) };
  const request = {
    ...bench.request(artifactOf([])),
    runId,
    ...(given.only === undefined ? {} : { only: given.only }),
  };
  const { plan } = await planRollback({ reader, store: bench.store, clock: bench.clock }, request);
  return plan;
}

const cases: readonly Case[] = [
  { name: 'finds nobody, and says no more, where it could look everywhere', expected: [] },
  {
    name: 'is refused for a user that the platform tracks',
    later: addUser,
    expected: [{ code: 'SB3011', detail: 'crate "Box" would lose it.' }],
  },
  {
    name: 'is refused for a user that only its own reference shows, because the platform tracks none',
    later: addUser,
    reader: () => untracked,
    expected: [
      { code: 'SB3011', detail: 'crate "Box" would lose it.' },
      { code: 'SB1022', detail: notTracked },
    ],
  },
  {
    name: 'is refused for a user that the platform has not found yet',
    later: addUser,
    reader: () => ({ consumers: async () => [] }),
    expected: [{ code: 'SB3011', detail: 'crate "Box" would lose it.' }],
  },
  {
    name: 'is refused for settings of the organisation that use it',
    later: (bench, colour) => void bench.organisation.add('house_rules', { quiet: true, colour: { id: colour } }),
    reader: () => untracked,
    expected: [
      { code: 'SB3011', detail: 'house_rules "organisation" would lose it.' },
      { code: 'SB1022', detail: notTracked },
    ],
  },
  {
    name: 'says that the platform does not track users',
    reader: () => untracked,
    expected: [{ code: 'SB1022', detail: notTracked }],
  },
  {
    name: 'says that the record of users may not be read',
    reader: () => ({ consumers: async () => Promise.reject(platformError('forbidden', 'no')) }),
    expected: [{ code: 'SB1022', detail: notTracked }],
  },
  {
    name: 'says of which types not all could be seen',
    reader: ({ organisation }) => ({
      list: async (type) => ({ ...(await organisation.platform.list(type)), complete: type !== 'crate' }),
    }),
    expected: [{ code: 'SB1022', detail: 'Not looked into for users of what is deleted: crate (not all visible).' }],
  },
  {
    name: 'says which types may not be read at all',
    reader: ({ organisation }) => ({
      list: async (type) => {
        if (type === 'crate') throw platformError('forbidden', 'no');
        return organisation.platform.list(type);
      },
    }),
    expected: [{ code: 'SB1022', detail: 'Not looked into for users of what is deleted: crate (not all visible).' }],
  },
  {
    name: 'minds no user that goes back as well',
    actions: [
      ensure('crate', 'Old', { colour: ref('colour/Blue') }),
      ensure('crate', 'New', { colour: ref('colour/Blue') }),
    ],
    expected: [],
  },
  {
    name: 'is refused for a user that goes back in another field only',
    actions: [ensure('crate', 'Old', { size: 5 })],
    later: (bench, colour) =>
      bench.organisation.edit('crate', bench.organisation.idsOf('crate', 'Old')[0] ?? '', { colour: { id: colour } }),
    expected: [{ code: 'SB3011', detail: 'crate "Old" would lose it.' }],
  },
  {
    name: 'is refused for a user of a child, which the platform never tracks',
    actions: [ensure('slot', ['Old', '1'], { value: 'x' })],
    only: ['slot/Old/1'],
    later: ({ organisation }) => {
      const slot = `${organisation.idsOf('crate', 'Old')[0]}/1`;
      organisation.add('cord', { name: 'Red', slot: { id: slot } });
    },
    reader: () => untracked,
    expected: [{ code: 'SB3011', detail: 'cord "Red" would lose it.' }],
  },
  {
    name: 'does not look for users of what is not taken back',
    actions: [ensure('crate', 'Old', { size: 5 })],
    only: ['crate/Old'],
    reader: () => untracked,
    expected: [],
  },
];

describe('taking a creation back', () => {
  it.each(cases)('$name', async (given) => {
    const { diagnostics, steps } = await planAfter(given);
    expect(diagnostics.map(({ code, detail }) => ({ code, detail }))).toEqual(given.expected);
    expect(steps.length > 0).toBe(diagnostics.every(({ severity }) => severity !== 'error'));
  });

  it('lists each type once, however many objects go', async () => {
    const listed: string[] = [];
    await planAfter({
      name: 'many',
      actions: [ensure('colour', 'Green'), ensure('colour', 'Red')],
      reader: ({ organisation }) => ({
        list: async (type) => {
          listed.push(type);
          return organisation.platform.list(type);
        },
      }),
      expected: [],
    });
    expect(listed.toSorted()).toEqual(['crate', 'house_rules']);
  });
});
