import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../core/index.ts';
import {
  isReadOnly,
  isSingle,
  keyOfDocument,
  toDocument,
  type Portability,
  type ResourceDescriptor,
} from '../core/resource/index.ts';
import { catalogue } from './index.ts';
import { descriptors } from './registry.ts';
import { fixtureOf, hasFixture } from './testing/fixture.ts';

const each = descriptors.map((descriptor) => [descriptor.type, descriptor] as const);
const shown = each.filter(([type]) => hasFixture(type));

/** Where the design says how references to a type travel. */
const travels: readonly { readonly types: RegExp; readonly portability: Portability; readonly isWatched: boolean }[] = [
  { types: /^telephony_providers_edges_(?:site|trunk|did_pool)$/u, portability: 'environment', isWatched: true },
  { types: /^idp_/u, portability: 'environment', isWatched: true },
  { types: /^(?:user|integration)$/u, portability: 'mapped', isWatched: true },
  { types: /^routing_email_domain$/u, portability: 'mapped', isWatched: true },
  { types: /^(?:routing_queue|routing_skill|flow)$/u, portability: 'portable', isWatched: false },
];

describe('references to other environments', () => {
  it.each(travels)('of $types are $portability', ({ types, portability, isWatched }) => {
    const named = descriptors.filter(({ type }) => types.test(type));
    const isRight = (descriptor: ResourceDescriptor): boolean =>
      descriptor.portability === portability && (descriptor.defaultMode !== 'manage') === isWatched;
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((descriptor) => !isRight(descriptor)).map(({ type }) => type)).toEqual([]);
  });
});

describe.each(each)('%s', (_, descriptor) => {
  const { api, defaultMode, level, limits, knownLimits, restorable, reversibility, shape } = descriptor;

  it('claims level C when it is only read, or says what is not proven, and only then', () => {
    const isUnproven = knownLimits.some((sentence) => sentence.startsWith('Not proven'));
    expect(level === 'C').toBe(isReadOnly(descriptor) || isUnproven);
  });

  it('tells its known limits in sentences', () => {
    expect(knownLimits.filter((sentence) => !/^[A-Z`].*\.$/u.test(sentence))).toEqual([]);
  });

  it('promises no undo that its limits forbid', () => {
    const comesAndGoes = shape.kind !== 'facet' && !isSingle(descriptor);
    const isKept = comesAndGoes && limits.delete !== undefined;
    const isLost = comesAndGoes && limits.create !== undefined && !restorable;
    expect(isKept && reversibility.create !== 'irreversible').toBe(false);
    expect(isLost && reversibility.delete !== 'irreversible').toBe(false);
  });

  it('is not managed when nothing of it can be written', () => {
    expect(isReadOnly(descriptor) && (defaultMode === 'manage' || defaultMode === 'seed')).toBe(false);
  });

  it('has a key exactly when there can be several of it', () => {
    expect(descriptor.key.fields.length === 0).toBe(isSingle(descriptor));
  });

  it('is read from one place when there is one of it', () => {
    const isOne = isSingle(descriptor);
    expect(!isOne || (api.list.paging === 'none' && api.list.items === '')).toBe(true);
    expect(!isOne || (api.create === undefined && api.delete === undefined)).toBe(true);
  });

  it('asks in its paths for no more parents than it has, and for its parent where there is one', () => {
    const used = [...JSON.stringify(api).matchAll(/\{parentId(?<level>\d?)\}/gu)].map(([, at]) => Number(at || '1'));
    expect(Math.max(0, ...used)).toBeLessThanOrEqual(parentsOf(descriptor));
    expect(shape.kind === 'object' || used.length > 0 || JSON.stringify(api.list).includes('{id}')).toBe(true);
  });

  it('writes as its capability says', () => {
    const { capability } = api;
    const written =
      capability.kind === 'membership' ? [capability.field] : capability.kind === 'grants' ? ['grants'] : [];
    expect(written.filter((field) => !descriptor.fields.includes(field))).toEqual([]);
    const isPart = capability.kind === 'membership' || capability.kind === 'grants';
    expect(!isPart || shape.kind === 'facet').toBe(true);
    expect(
      capability.kind !== 'publish' || capability.body === 'id' || /\{(?:id|parentId)\}/u.test(capability.path),
    ).toBe(true);
    expect(capability.kind !== 'flow-jobs' || descriptor.content !== undefined).toBe(true);
    expect(Object.keys(api.asEntries ?? {}).filter((field) => !descriptor.fields.includes(field))).toEqual([]);
  });
});

describe.each(shown)('%s', (type, descriptor) => {
  const document = toDocument(descriptor, { id: 'one', body: fixtureOf(type) });
  const keyIn = (changed: JsonObject): readonly string[] | undefined =>
    keyOfDocument(descriptor, changed, (_, handle) => [handle]);

  it('has a key that no other field changes', () => {
    const key = keyIn(document);
    const others = descriptor.fields.filter((field) => !descriptor.key.fields.includes(field));
    const without: JsonObject = Object.fromEntries(Object.entries(document).filter(([name]) => !others.includes(name)));
    const changed = Object.fromEntries(others.map((field): readonly [string, Json] => [field, 'changed']));

    expect(key?.every((part) => part !== '')).toBe(true);
    expect(keyIn(without)).toEqual(key);
    expect(keyIn({ ...document, ...changed })).toEqual(key);
  });

  it('has another key when a field of its key changes', () => {
    const key = keyIn(document);
    const same = descriptor.key.fields.filter(
      (field) => JSON.stringify(keyIn({ ...document, [field]: 'changed' })) === JSON.stringify(key),
    );
    expect(same).toEqual([]);
  });
});

/** How many objects an object of the type hangs under. */
function parentsOf({ shape }: ResourceDescriptor): number {
  if (shape.kind === 'object') return 0;
  const parent = catalogue.find(shape.parentType);
  return 1 + (parent === undefined ? 0 : parentsOf(parent));
}
