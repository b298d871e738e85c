import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { fingerprint } from '../resource/canonical-form.ts';
import type { LiveObject } from '../resource/live-object.ts';
import type { Snapshot, TypeListing } from '../resource/snapshot.ts';
import { diffSnapshots } from './diff-snapshots.ts';

const type = 'crate';

const crate = (id: string, body: JsonObject = {}): LiveObject => ({ id, body: { id, name: id, ...body } });

const marked = (live: LiveObject, mark?: string): LiveObject => {
  const descriptor = testCatalogue.find(type);
  if (descriptor === undefined) throw new Error('the test catalogue has no crate');
  return { ...live, fingerprint: mark ?? fingerprint(descriptor, live) };
};

const snapshot = (objects: readonly LiveObject[], complete = true): Snapshot => ({
  organisationId: 'org',
  takenAt: '2026-01-01T00:00:00.000Z',
  types: { [type]: { objects, complete } },
  parts: {},
  contents: {},
  consumers: {},
});

const lines = (before: Snapshot, after: Snapshot): readonly string[] =>
  diffSnapshots(before, after, testCatalogue).differences.map(
    ({ kind, id, fields }) => `${kind} ${id}${fields.map(({ path }) => ` ${path.join('.')}`).join('')}`,
  );

describe('two snapshots of an organisation', () => {
  test('are told apart object by object, whatever the order', () => {
    const before = snapshot([crate('a'), crate('b', { note: 'x' }), crate('c')]);
    const after = snapshot([crate('d'), crate('b', { note: 'y' }), crate('a')]);

    expect(lines(before, after)).toEqual(['changed b note', 'deleted c', 'created d']);
    expect(diffSnapshots(before, after, testCatalogue).compared).toBe(2);
  });

  test('show another name as a field like others', () => {
    expect(lines(snapshot([crate('a')]), snapshot([crate('a', { name: 'other' })]))).toEqual(['changed a name']);
  });

  test('are the same where only what the platform computes differs, and read twice', () => {
    const before = snapshot([marked(crate('a', { computed: '1' }))]);

    expect(lines(before, snapshot([marked(crate('a', { computed: '2' }))]))).toEqual([]);
    expect(lines(before, before)).toEqual([]);
  });

  test('are not looked into where fingerprints agree, and are where they differ or are not there', () => {
    const [was, is] = [crate('a', { note: 'x' }), crate('a', { note: 'y' })];

    expect(lines(snapshot([marked(was, 'same')]), snapshot([marked(is, 'same')]))).toEqual([]);
    expect(lines(snapshot([marked(was)]), snapshot([marked(is)]))).toEqual(['changed a note']);
    expect(lines(snapshot([marked(was)]), snapshot([is]))).toEqual(['changed a note']);
    expect(lines(snapshot([marked(was, 'one')]), snapshot([marked(was, 'other')]))).toEqual([]);
  });

  test('prove nothing by absence where a list was not complete', () => {
    expect(lines(snapshot([crate('a')]), snapshot([], false))).toEqual([]);
    expect(lines(snapshot([], false), snapshot([crate('a')]))).toEqual([]);
  });

  test('name the types that only one of them read', () => {
    const other = { ...snapshot([]), types: {} };

    expect(diffSnapshots(snapshot([crate('a')]), other, testCatalogue)).toEqual({
      compared: 0,
      differences: [],
      notCompared: [{ type, because: 'only the earlier snapshot holds it' }],
    });
  });

  test('say where a list was not complete', () => {
    expect(diffSnapshots(snapshot([]), snapshot([], false), testCatalogue).notCompared).toEqual([
      { type, because: 'the later list is not complete: some are not visible' },
    ]);
  });

  test('call objects by their names, what was deleted by its last one, and what they refer to likewise', () => {
    const before = snapshot([crate('a'), crate('b', { name: 'old' }), crate('c', { mate: { id: 'a' } })]);
    const after = snapshot([crate('a', { name: 'new' }), crate('c', { mate: { id: 'c' } })]);
    const { differences } = diffSnapshots(before, after, testCatalogue);

    expect(differences.map(({ kind, address }) => `${kind} ${address}`)).toEqual([
      'changed crate/new',
      'deleted crate/old',
      'changed crate/c',
    ]);
    expect(differences[2]?.fields).toEqual([{ path: ['mate'], left: { $ref: 'crate/a' }, right: { $ref: 'crate/c' } }]);
  });

  test('show content that was published anew, which no fingerprint knows', () => {
    const tune = (published: string): Snapshot => ({
      ...snapshot([]),
      types: { tune: { complete: true, objects: [{ ...crate('t', { published }), fingerprint: 'same' }] } },
    });

    expect(diffSnapshots(tune('1'), tune('2'), testCatalogue).differences[0]?.fields).toEqual([
      { path: [testCatalogue.find('tune')?.content?.field], left: 'revision 1', right: 'revision 2' },
    ]);
    expect(diffSnapshots(tune('1'), tune('1'), testCatalogue).differences).toEqual([]);
  });

  test('compare the parts of parents that both hold, and say of how many only one does', () => {
    const listing = (live: LiveObject): TypeListing => ({ objects: [live], complete: true });
    const parts = (...lists: readonly (readonly [string, LiveObject])[]): Snapshot => ({
      ...snapshot([]),
      parts: { [type]: Object.fromEntries(lists.map(([parent, live]) => [parent, listing(live)])) },
    });
    const before = parts(['p', crate('x')], ['q', crate('y')]);

    expect(lines(before, parts(['p', crate('x', { note: 'n' })], ['q', crate('z')]))).toEqual([
      'changed x note',
      'deleted y',
      'created z',
    ]);
    expect(diffSnapshots(before, parts(['p', crate('x')]), testCatalogue).notCompared).toEqual([
      { type, because: 'only one of the snapshots holds it for 1 of 2 parents' },
    ]);
  });
});
