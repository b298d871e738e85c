import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { fingerprint, isSameField, normaliseDocument, toDocument, withDefaults } from './canonical-form.ts';
import type { ResourceDescriptor } from './descriptor.ts';
import { toCreateBody, toUpdateBody } from './wire-form.ts';

const crate = testCatalogue.find('crate') as ResourceDescriptor;
const odd: ResourceDescriptor = {
  ...crate,
  fields: ['name', 'members', 'media', 'rules', 'secretNote'],
  readOnly: ['media.*.computed', 'rules[].stamp'],
  secret: ['secretNote'],
  lists: { rules: { kind: 'keyed', by: 'name' }, 'rules[].tags': { kind: 'set' } },
  defaults: { 'media.*.timeout': 30 },
  references: [
    { path: 'members[]', wire: 'object', type: { field: 'kind', types: { G: 'crate', C: 'colour' } } },
    { path: 'media.*.flow', wire: 'id', type: 'tune' },
  ],
  versioned: true,
};
const body = {
  id: 'o1',
  name: 'Ünï',
  version: 4,
  unknown: { kept: true },
  secretNote: 'hush',
  members: [
    { id: 'g1', kind: 'G', name: 'seen name' },
    { id: 'x', kind: 'OTHER' },
  ],
  media: { call: { flow: 't1', computed: 9 }, chat: { timeout: 5 } },
  rules: [{ name: 'b', stamp: 1, tags: ['z', 'a', 'z'] }, { name: 'a' }],
  nothing: null,
};
const live = { id: 'o1', version: 4, body };

describe('toDocument', () => {
  it('keeps known fields, links references, leaves computed, secret and unknown places out and sorts unordered lists', () => {
    expect(toDocument(odd, live)).toEqual({
      name: 'Ünï',
      members: [
        { $handle: 'g1', $type: 'crate' },
        { id: 'x', kind: 'OTHER' },
      ],
      media: { call: { flow: { $handle: 't1', $type: 'tune' } }, chat: { timeout: 5 } },
      rules: [{ name: 'a' }, { name: 'b', tags: ['a', 'z'] }],
    });
  });

  it('is the same read twice, in any list order, whatever unknown fields say', () => {
    const again = { ...live, version: 9, body: { ...body, unknown: 2, rules: body.rules.toReversed() } };
    expect(fingerprint(odd, again)).toBe(fingerprint(odd, live));
  });

  it('is not changed by normalising it once more', () => {
    const document = toDocument(odd, live);
    expect(normaliseDocument(odd, document)).toEqual(document);
  });

  it('fills a default in wherever its place exists', () => {
    expect(withDefaults(odd, toDocument(odd, live))['media']).toMatchObject({
      call: { timeout: 30 },
      chat: { timeout: 5 },
    });
  });
});

describe('isSameField', () => {
  it('takes null, absent and an empty list for one', () => {
    expect(isSameField(crate, ['colours'], undefined, [])).toBe(true);
    expect(isSameField(crate, ['note'], null, undefined)).toBe(true);
    expect(isSameField(crate, ['note'], '', undefined)).toBe(false);
  });

  it('ignores the order of sets and the reading aid beside a handle', () => {
    const left = [
      { $handle: 'a', $type: 'colour', $ref: 'colour/A' },
      { $handle: 'b', $type: 'colour' },
    ];
    expect(
      isSameField(
        crate,
        ['colours'],
        left,
        left.toReversed().map(({ $handle, $type }) => ({ $handle, $type })),
      ),
    ).toBe(true);
  });
});

describe('wire form', () => {
  it('creates with references as the platform wants them and without nulls', () => {
    const document = {
      name: 'A',
      members: [{ $handle: 'new#1', $type: 'colour' }],
      media: { call: { flow: { $handle: 't1', $type: 'tune' } } },
      rules: null,
    };
    expect(toCreateBody(odd, document, (handle) => `id of ${handle}`)).toEqual({
      name: 'A',
      members: [{ id: 'id of new#1', kind: 'C' }],
      media: { call: { flow: 'id of t1' } },
    });
  });

  it('updates by reading, merging and writing: unknown fields stay, computed ones go, the version is sent', () => {
    const changed = toUpdateBody(
      odd,
      live,
      [
        { path: ['media', 'chat', 'timeout'], after: 7 },
        { path: ['members'], after: null },
      ],
      (handle) => handle,
    );
    expect(changed).toMatchObject({
      version: 4,
      unknown: { kept: true },
      members: null,
      media: { call: { flow: 't1' }, chat: { timeout: 7 } },
    });
    expect(JSON.stringify(changed)).not.toMatch(/computed|stamp/u);
  });
});
