import { expect, it } from 'vitest';
import type { Plan, Step } from '../../core/plan/index.ts';
import type { RunMemory, StepRecord } from '../journal/index.ts';
import { createLeavingTest } from './leaving.ts';

type Direction = 'forward' | 'compensate';

/** A run of one step of this kind, whose outcome in one direction is about `o1`. */
function leavingIn(kind: Step['kind'], direction: Direction | undefined) {
  const memory = { forward: new Map(), compensate: new Map() } as Pick<RunMemory, Direction>;
  const leaves = createLeavingTest({ steps: [{ id: 's1', kind }] } as unknown as Plan, memory);
  const record = { outcome: { handle: 'o1', id: 'o1', actual: [] } } satisfies StepRecord;
  if (direction !== undefined) memory[direction].set('s1', record);
  return leaves;
}

it.each([
  ['delete', 'forward', true],
  ['delete', 'compensate', false],
  ['create', 'forward', false],
  ['create', 'compensate', true],
  ['rename', 'forward', true],
  ['rename', 'compensate', true],
  ['update', 'forward', false],
  ['delete', undefined, false],
] as const)('a %s done %s frees the key of its object: %s', (kind, direction, expected) => {
  const leaves = leavingIn(kind, direction);

  expect(leaves('o1')).toBe(expected);
  expect(leaves('o2')).toBe(false);
});

it('looks at the steps of a plan once, however many creations ask', () => {
  let looks = 0;
  const steps = new Proxy([{ id: 's1', kind: 'delete' }], {
    get: (target, name) => {
      looks += 1;
      return Reflect.get(target, name) as unknown;
    },
  });
  const leaves = createLeavingTest({ steps } as unknown as Plan, { forward: new Map(), compensate: new Map() });
  const before = looks;

  for (let number = 0; number < 100; number += 1) leaves(`o${number}`);

  expect(looks).toBe(before);
});
