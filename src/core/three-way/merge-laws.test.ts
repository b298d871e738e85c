import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { arePathsOverlapping, valueAt, type FieldPath } from '../json/path.ts';
import type { FieldChange } from '../plan/plan.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { toDocument } from '../resource/canonical-form.ts';
import type { ResourceDescriptor } from '../resource/descriptor.ts';
import { toUpdateBody } from '../resource/wire-form.ts';
import { judgeChanges, type Verdict } from './judge.ts';

const descriptor: ResourceDescriptor = {
  ...(testCatalogue.find('crate') as ResourceDescriptor),
  fields: ['a', 'b', 'c'],
  references: [],
  lists: {},
  defaults: {},
};

const leaf = fc.integer({ min: 1, max: 4 });
const inner = fc.dictionary(fc.constantFrom('x', 'y', 'z'), leaf, { maxKeys: 3 });
const body: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(leaf, inner));
const paths: readonly FieldPath[] = ['a', 'b', 'c'].flatMap((name) => [
  [name, 'x'],
  [name, 'y'],
  [name, 'z'],
]);
/** Wanted values by path; below a number or nothing an object is made. */
const wishes = fc.uniqueArray(fc.record({ path: fc.constantFrom(...paths), after: leaf }), {
  maxLength: 5,
  selector: ({ path }) => path.join('.'),
});
type Wishes = readonly { readonly path: FieldPath; readonly after: number }[];

/** The changes that the wishes are for the body. */
function changesFor(document: JsonObject, wanted: Wishes): readonly FieldChange[] {
  return wanted.map(({ path, after }) => {
    const before = valueAt(document, path);
    return before === undefined ? { path, after } : { path, before, after };
  });
}

const judge = (live: JsonObject, changes: readonly FieldChange[]): Verdict =>
  judgeChanges(
    {
      texts: { texts: new Map(), contentFormats: {} },
      descriptor,
      document: toDocument(descriptor, { id: 'o1', body: live }),
    },
    changes,
    false,
  );

/** What a write leaves when it starts from the live body, as every write does. */
function write(live: JsonObject, changes: readonly FieldChange[]): JsonObject {
  const verdict = judge(live, changes);
  if (verdict.kind === 'overlap') throw new Error('somebody else was there');
  return verdict.kind === 'matches'
    ? live
    : toUpdateBody(descriptor, { id: 'o1', body: live }, verdict.changes, String);
}

/** Bodies whose top-level fields are objects or absent, so that nothing is in the way of a path. */
const open: fc.Arbitrary<JsonObject> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), inner);

it('merges disjoint changes of one object in any order to the same', () => {
  fc.assert(
    fc.property(open, wishes, wishes, (live, ours, theirs) => {
      const disjoint = theirs.filter(({ path }) => !ours.some((own) => arePathsOverlapping(own.path, path)));
      const [left, right] = [changesFor(live, ours), changesFor(live, disjoint)];

      const merged = write(write(live, left), right);

      expect(merged).toEqual(write(write(live, right), left));
      for (const { path, after } of [...left, ...right]) expect(valueAt(merged, path)).toBe(after);
    }),
  );
});

it('never writes over a field that somebody else gave a third value', () => {
  fc.assert(
    fc.property(open, wishes, leaf, (live, ours, theirs) => {
      const [change] = changesFor(live, ours);
      fc.pre(change !== undefined && theirs !== change.before && theirs !== change.after);
      const edited = write(live, [{ ...change, after: theirs } as FieldChange]);

      const verdict = judge(edited, [change as FieldChange]);

      expect(verdict).toMatchObject({ kind: 'overlap', overlaps: [{ path: change?.path, actual: theirs }] });
    }),
  );
});

it('has nothing to do where somebody else made the same change', () => {
  fc.assert(
    fc.property(body, wishes, (live, ours) => {
      const changes = changesFor(live, ours).filter(({ path }) => typeof live[path[0] ?? ''] === 'object');
      expect(judge(write(live, changes), changes).kind).toBe('matches');
    }),
  );
});
