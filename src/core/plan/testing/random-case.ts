import fc from 'fast-check';
import type { JsonObject } from '../../json/json.ts';
import type { BareAction, TestCase } from './test-world.ts';

const colourNames = ['Red', 'Green', 'Blue'] as const;
const crateNames = ['Box', 'Case', 'Chest', 'Trunk'] as const;

const colours: fc.Arbitrary<readonly JsonObject[]> = fc
  .subarray([...colourNames])
  .map((names) => names.map((name) => ({ id: `colour-${name}`, name })));

/** Crates whose colours are among those that are there. */
function cratesOf(there: readonly JsonObject[]): fc.Arbitrary<readonly JsonObject[]> {
  const crate = (name: string): fc.Arbitrary<JsonObject> =>
    fc.record({
      id: fc.constant(`crate-${name}`),
      name: fc.constant(name),
      size: fc.integer({ min: 1, max: 9 }),
      note: fc.constantFrom('old', 'new', null),
      colours: fc.subarray(there.map(({ id }) => ({ id: id ?? '' }))),
      settings: fc.record({ timeoutMs: fc.constantFrom(1000, 2000) }),
    });
  return fc.subarray([...crateNames]).chain((names) => fc.tuple(...names.map(crate)));
}

const name = fc.constantFrom(...crateNames);
const colour = fc.constantFrom(...colourNames);
const fields = fc.record(
  {
    size: fc.integer({ min: 1, max: 9 }),
    note: fc.constantFrom('old', 'new', null),
    settings: fc.record({ timeoutMs: fc.constantFrom(1000, 2000, 3000) }),
    colours: fc.subarray(colourNames.map((each) => ({ $ref: `colour/${each}` }))),
  },
  { requiredKeys: [] },
);

const action: fc.Arbitrary<BareAction> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ key: name, set: fields }).map(({ key, set }) => ensure('crate', key, set)) },
  { weight: 2, arbitrary: colour.map((key) => ensure('colour', key, {})) },
  fc
    .record({ least: fc.integer({ min: 1, max: 9 }), set: fields })
    .map(({ least, set: { size: _size, ...set } }): BareAction => ({
      kind: 'forEach',
      type: 'crate',
      as: 'it',
      where: `it.size >= ${least}`,
      expect: { min: 0 },
      set: { note: 'all', ...set },
    })),
  name.map((key): BareAction => ({ kind: 'delete', target: { type: 'crate', key: [key] } })),
  fc
    .record({ key: name, to: fc.constantFrom('Barrel', 'Basket') })
    .map(({ key, to }): BareAction => ({ kind: 'rename', target: { type: 'crate', key: [key] }, to })),
);

function ensure(type: string, key: string, set: JsonObject): BareAction {
  return { kind: 'ensure', target: { type, key: [key] }, set };
}

/** A small organisation of crates and colours, and a few actions on it; some make no sense and are refused. */
export const randomCase: fc.Arbitrary<TestCase & { readonly live: Readonly<Record<string, readonly JsonObject[]>> }> =
  colours.chain((there) =>
    fc.record({
      live: cratesOf(there).map((crate) => ({ colour: there, crate })),
      actions: fc.array(action, { minLength: 1, maxLength: 4 }),
    }),
  );
