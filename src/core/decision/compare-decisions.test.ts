import { describe, expect, it } from 'vitest';
import { decisionDigest, type Plan, type Step } from '../plan/index.ts';
import { compareDecisions, describeDecisionChange, outsideDecision } from './index.ts';

const base = {
  phase: 'update',
  dependsOn: [],
  reason: 'r',
  actions: [0],
  reversibility: 'exact',
  effect: 'none',
  requests: 2,
} as const;

function step(fields: Partial<Step> & { readonly kind: Step['kind']; readonly address: string }): Step {
  const type = fields.address.split('/')[0] ?? '';
  return { ...base, id: 's1', type, handle: fields.address, ...fields } as Step;
}

const queue = (after: number, more: object = {}) =>
  step({
    kind: 'update',
    address: 'queue/A',
    handle: 'q1',
    changes: [{ path: ['time'], before: 1, after }],
    ...more,
  });

function planOf(steps: readonly Step[], more: Partial<Plan> = {}): Plan {
  const body = {
    formatVersion: 1,
    artifactDigest: 'a1',
    changeset: 'c',
    environment: 'prod',
    organisationId: 'o1',
    environmentDigest: 'e1',
    asOf: '2026-03-01T09:00:00.000Z',
    steps,
    matches: [],
    values: [],
    relative: false,
    contents: {},
    diagnostics: [],
    reads: [],
    requests: 0,
    reversibility: 'exact',
    ...more,
  } as const;
  return { ...body, decisionDigest: decisionDigest(body) };
}

const match = (...addresses: readonly string[]) => ({
  matches: [
    { action: 1, type: 'queue', matched: addresses.map((address) => ({ address, handle: `id of ${address}` })) },
  ],
});
const value = (given: number) => ({
  values: [{ action: 1, address: 'queue/A', path: ['time'], expression: 'queue.time * 2', value: given }],
});
const linked = (handle: string, name = 'flow/F') => ({ $handle: handle, $type: 'flow', $ref: name });

const rows: readonly {
  readonly name: string;
  readonly earlier: Plan;
  readonly later: Plan;
  readonly says: readonly string[];
}[] = [
  { name: 'nothing, when nothing changed', earlier: planOf([queue(2)]), later: planOf([queue(2)]), says: [] },
  {
    name: 'nothing of what is outside: order, reasons, places, cost, instant',
    earlier: planOf([queue(2), step({ kind: 'delete', address: 'skill/S', before: { name: 'S' } })]),
    later: planOf(
      [
        step({ kind: 'delete', address: 'skill/S', before: { name: 'S', level: 3 }, phase: 'free-key' }),
        queue(2, { id: 's2', reason: 'other', dependsOn: ['s1'], requests: 9, source: { file: 'f', line: 3 } }),
      ],
      { asOf: '2027-01-01T00:00:00.000Z', requests: 11, reads: ['queue'] },
    ),
    says: [],
  },
  {
    name: 'artifact, rules, organisation and environment',
    earlier: planOf([queue(2)]),
    later: planOf([queue(2)], {
      artifactDigest: 'a2',
      environmentDigest: 'e2',
      organisationId: 'o2',
      environment: 'uat',
    }),
    says: [
      'it is another artifact',
      'it is for uat, when decided for prod',
      'it is for organisation o2, when decided for o1',
      'the files of the environment changed',
    ],
  },
  {
    name: 'a field whose live value was edited',
    earlier: planOf([queue(2)]),
    later: planOf([queue(2, { changes: [{ path: ['time'], before: 5, after: 2 }] })]),
    says: ['queue/A: time 5 → 2, when decided 1 → 2'],
  },
  {
    name: 'a field that changes too, and one that no longer does',
    earlier: planOf([queue(2)]),
    later: planOf([queue(2, { changes: [{ path: ['text'], after: 'x' }] })]),
    says: ['queue/A: text changes too, nothing → "x"', 'queue/A: time does not change any more'],
  },
  {
    name: 'steps that appeared and vanished',
    earlier: planOf([queue(2)]),
    later: planOf([step({ kind: 'create', address: 'skill/S', handle: 'new#1', after: { name: 'S' } })]),
    says: ['queue/A: the update is no longer part of it', 'skill/S: the create is new in it'],
  },
  {
    name: 'another kind of step at the same address',
    earlier: planOf([step({ kind: 'create', address: 'queue/A', handle: 'new#1', after: { name: 'A' } })]),
    later: planOf([queue(2)]),
    says: ['queue/A: to update, when decided to create'],
  },
  {
    name: 'another object of the same name',
    earlier: planOf([queue(2)]),
    later: planOf([queue(2, { handle: 'q2' })]),
    says: ['queue/A: it is another object now'],
  },
  {
    name: 'a nested field of a creation',
    earlier: planOf([
      step({ kind: 'create', address: 'queue/B', handle: 'new#1', after: { name: 'B', acw: { ms: 1, on: true } } }),
    ]),
    later: planOf([
      step({ kind: 'create', address: 'queue/B', handle: 'new#1', after: { name: 'B', acw: { ms: 2, on: true } } }),
    ]),
    says: ['queue/B: acw.ms nothing → 2, when decided nothing → 1'],
  },
  {
    name: 'a creation and the link that follows it, each by itself',
    earlier: planOf([
      step({ kind: 'create', address: 'queue/B', handle: 'new#1', after: { name: 'B' } }),
      step({ kind: 'update', address: 'queue/B', handle: 'new#1', changes: [{ path: ['flow'], after: 1 }] }),
    ]),
    later: planOf([
      step({ kind: 'create', address: 'queue/B', handle: 'new#1', after: { name: 'B' } }),
      step({ kind: 'update', address: 'queue/B', handle: 'new#1', changes: [{ path: ['flow'], after: 2 }] }),
    ]),
    says: ['queue/B: flow nothing → 2, when decided nothing → 1'],
  },
  {
    name: 'matches that joined and left',
    earlier: planOf([queue(2)], match('queue/A', 'queue/B')),
    later: planOf([queue(2)], match('queue/A', 'queue/C')),
    says: ['queue/C: matched by action 2 now', 'queue/B: no longer matched by action 2'],
  },
  {
    name: 'values that an expression gave',
    earlier: planOf([queue(2)], value(2)),
    later: planOf([queue(2)], value(4)),
    says: ['queue/A: action 2 time computed as 4, when decided 2, by queue.time * 2'],
  },
  {
    name: 'a computed value once, where the field that it is for says it',
    earlier: planOf([queue(2)], value(2)),
    later: planOf([queue(4)], value(4)),
    says: ['queue/A: time 1 → 4, when decided 1 → 2'],
  },
  {
    name: 'nothing of a reference whose object was renamed',
    earlier: planOf([queue(2, { changes: [{ path: ['flow'], after: linked('f1') }] })]),
    later: planOf([queue(2, { changes: [{ path: ['flow'], after: linked('f1', 'flow/Renamed') }] })]),
    says: [],
  },
  {
    name: 'only what is new, where new objects are numbered differently because of it',
    earlier: planOf([
      step({ kind: 'create', address: 'flow/F', handle: 'new#1', after: { name: 'F' } }),
      queue(2, { changes: [{ path: ['flow'], after: linked('new#1') }] }),
    ]),
    later: planOf([
      step({ kind: 'create', address: 'skill/S', handle: 'new#1', after: { name: 'S' } }),
      step({ kind: 'create', address: 'flow/F', handle: 'new#2', after: { name: 'F' } }),
      queue(2, { changes: [{ path: ['flow'], after: linked('new#2') }] }),
    ]),
    says: ['skill/S: the create is new in it'],
  },
  {
    name: 'that only the form differs, where nothing else does',
    earlier: planOf([queue(2)], match('queue/A', 'queue/B')),
    later: planOf([queue(2)], match('queue/B', 'queue/A')),
    says: ['what was matched or read for it is not the same any more'],
  },
];

describe('comparing two decisions tells', () => {
  it.each(rows)('$name', ({ earlier, later, says }) => {
    expect(compareDecisions(earlier, later).map(describeDecisionChange)).toEqual(says);
    expect(says.length === 0).toBe(earlier.decisionDigest === later.decisionDigest);
  });
});

describe('what is outside a decision', () => {
  it('names each part once, with a reason', () => {
    const parts = outsideDecision();
    expect(new Set(parts.map(({ part, name }) => `${part} ${name}`)).size).toBe(parts.length);
    expect(parts.every(({ why }) => why.length > 10)).toBe(true);
  });

  it('really is outside: the digest stays when it changes', () => {
    const plan = planOf([queue(2)]);
    const parts = outsideDecision().map(({ part }) => part);
    const changed = parts.flatMap((part): readonly Plan[] => {
      const key = part.replace('steps[].', '');
      if (part === 'steps' || part === 'live') return [];
      if (key === part) return [{ ...plan, [key]: 'something else' } as unknown as Plan];
      return [{ ...plan, steps: plan.steps.map((one) => ({ ...one, [key]: 'something else' }) as unknown as Step) }];
    });
    expect(changed.length).toBeGreaterThan(20);
    expect(changed.filter((other) => decisionDigest(other) !== plan.decisionDigest)).toEqual([]);
  });
});
