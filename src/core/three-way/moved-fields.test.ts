import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { declaredPaths, movedFields } from './moved-fields.ts';

const crate = testCatalogue.find('crate') as ResourceDescriptor;
const descriptor: ResourceDescriptor = {
  ...crate,
  hidden: { 'settings.pin': 'preserved' },
  content: undefined as never,
};

interface Row {
  readonly name: string;
  readonly expected: JsonObject;
  readonly live: JsonObject;
  readonly exempt?: readonly FieldPath[];
  readonly moved: readonly string[];
}

const rows: readonly Row[] = [
  { name: 'nothing', expected: { name: 'A' }, live: { name: 'A' }, moved: [] },
  { name: 'a value', expected: { size: 1 }, live: { size: 2 }, moved: ['size: 1 → 2'] },
  { name: 'a value that is gone', expected: { note: 'x' }, live: {}, moved: ['note: "x" → -'] },
  { name: 'a value that came', expected: {}, live: { note: 'x' }, moved: ['note: - → "x"'] },
  { name: 'not a default that is shown now', expected: {}, live: { size: 10 }, moved: [] },
  { name: 'not the order of a set', expected: { colours: ['a', 'b'] }, live: { colours: ['b', 'a'] }, moved: [] },
  {
    name: 'the innermost field',
    expected: { settings: { tone: 1, timeoutMs: 5 } },
    live: { settings: { tone: 2, timeoutMs: 5 } },
    moved: ['settings.tone: 1 → 2'],
  },
  {
    name: 'an object that came, as a whole',
    expected: { name: 'A' },
    live: { name: 'A', settings: { tone: 2, bass: 1, timeoutMs: 1000 } },
    moved: ['settings: - → {"tone":2,"bass":1,"timeoutMs":1000}'],
  },
  {
    name: 'not what is exempt, and what is beside it',
    expected: { settings: { tone: 1, bass: 1 } },
    live: { settings: { tone: 2, bass: 2 } },
    exempt: [['settings', 'tone']],
    moved: ['settings.bass: 1 → 2'],
  },
  {
    name: 'not what lies below an exempt field',
    expected: { settings: { tone: 1 } },
    live: { settings: { tone: 2, bass: 2 } },
    exempt: [['settings']],
    moved: [],
  },
  {
    name: 'what came beside an exempt field of an object that was not there',
    expected: {},
    live: { settings: { tone: 1, bass: 2 } },
    exempt: [['settings', 'tone']],
    moved: ['settings.bass: - → 2'],
  },
  { name: 'not what reading hides', expected: { settings: { pin: 1 } }, live: { settings: { pin: 2 } }, moved: [] },
  {
    name: 'another reference',
    expected: { mate: { $handle: 'c1', $type: 'crate' } },
    live: { mate: { $handle: 'c2', $type: 'crate' } },
    moved: ['mate: {"$handle":"c1","$type":"crate"} → {"$handle":"c2","$type":"crate"}'],
  },
  { name: 'not what the descriptor does not know', expected: {}, live: { weather: 'fine' }, moved: [] },
];

describe('what moved is', () => {
  it.each(rows)('$name', ({ expected, live, exempt = [], moved }) => {
    const input = { texts: { texts: new Map<string, string>(), contentFormats: {} }, descriptor, document: live };
    const found = movedFields(input, expected, exempt).map(
      ({ path, expected: was, actual }) =>
        `${path.join('.')}: ${was === undefined ? '-' : JSON.stringify(was)} → ${actual === undefined ? '-' : JSON.stringify(actual)}`,
    );
    expect(found).toEqual(moved);
  });
});

it('a document declares its innermost values; references, lists and empty objects count as one', () => {
  const reference = { $handle: 'c1', $type: 'crate' };
  expect(declaredPaths({ a: 1, b: { c: [1], d: reference }, e: null })).toEqual([['a'], ['b', 'c'], ['b', 'd'], ['e']]);
});
