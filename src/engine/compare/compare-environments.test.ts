import { describe, expect, it } from 'vitest';
import type { ComparedRules, ConfigDeclaration, EnvironmentComparison } from '../../core/compare/index.ts';
import type { JsonObject } from '../../core/index.ts';
import { parseAddress } from '../../core/resource/index.ts';
import { createMemoryScratch } from '../export/read/scratch.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import { compareEnvironments, type ComparableSide } from './compare-environments.ts';

type Documents = Readonly<Record<string, JsonObject>>;
interface Side {
  readonly documents: Documents;
  readonly rules?: Partial<ComparedRules>;
  readonly incomplete?: Readonly<Record<string, string>>;
  readonly lost?: readonly string[];
  readonly shared?: readonly string[];
  readonly types?: readonly string[];
  readonly unsure?: readonly string[];
}

const exception = { reason: 'a trial', owner: 'dana', expires: '2026-12-31' };

function side(name: string, given: Side): ComparableSide {
  return {
    rules: { name, mappings: [], valueMappings: [], exceptions: [], ...given.rules },
    from: { environment: name, source: 'live', takenAt: '2026-11-20T00:00:00.000Z' },
    types: given.types ?? ['colour', 'crate'],
    incomplete: new Map(Object.entries(given.incomplete ?? {})),
    unsure: new Set(given.unsure ?? []),
    *objects() {
      for (const [address, document] of Object.entries(given.documents)) {
        const { type, key } = parseAddress(address) ?? { type: '', key: [] };
        yield { address, type, key, document, lost: given.lost, shared: given.shared?.includes(address) };
      }
    },
  };
}

function compare(left: Side, right: Side, declarations: readonly ConfigDeclaration[] = []): EnvironmentComparison {
  return compareEnvironments({
    left: side('uat', left),
    right: side('prod', right),
    catalogue: fakeCatalogue,
    declarations,
    now: '2026-11-20T00:00:00.000Z',
    scratch: createMemoryScratch(),
  });
}

/** `changed crate/A undeclared: size undeclared` */
function linesOf({ differences }: EnvironmentComparison): readonly string[] {
  return differences.map(
    ({ kind, left, right, class: worst, fields }) =>
      `${kind} ${[...new Set([left, right].flatMap((each) => each ?? []))].join(' ↔ ')} ${worst}: ${fields.map((field) => `${field.path.join('.')} ${field.class}`).join(', ')}`,
  );
}

interface Case {
  readonly name: string;
  readonly left: Side;
  readonly right: Side;
  readonly declarations?: readonly ConfigDeclaration[];
  readonly lines: readonly string[];
}

const a = (document: JsonObject): Documents => ({ 'crate/A': { name: 'A', ...document } });
const sizes = { left: { documents: a({ size: 1 }) }, right: { documents: a({ size: 2 }) } };

const cases: readonly Case[] = [
  {
    name: 'nothing where documents are equal',
    left: { documents: a({ size: 1 }) },
    right: { documents: a({ size: 1 }) },
    lines: [],
  },
  {
    name: 'no order of sets',
    left: { documents: a({ tags: ['x', 'y'] }) },
    right: { documents: a({ tags: ['y', 'x'] }) },
    lines: [],
  },
  {
    name: 'no default that only one side says',
    left: { documents: a({ size: 10 }) },
    right: { documents: a({}) },
    lines: [],
  },
  { name: 'no empty list against none', left: { documents: a({ tags: [] }) }, right: { documents: a({}) }, lines: [] },
  {
    name: 'the innermost field',
    left: { documents: a({ options: { depth: 1, width: 2 } }) },
    right: { documents: a({ options: { depth: 3, width: 2 } }) },
    lines: ['changed crate/A undeclared: options.depth undeclared'],
  },
  {
    name: 'fields of an object that one side lacks',
    left: { documents: a({ options: { width: 2 } }) },
    right: { documents: a({}) },
    lines: ['changed crate/A undeclared: options.width undeclared'],
  },
  {
    name: 'objects of one side',
    left: { documents: { 'colour/Red': {} } },
    right: { documents: { 'colour/Blue': {} } },
    lines: ['only-right colour/Blue undeclared: ', 'only-left colour/Red undeclared: '],
  },
  {
    name: 'another reference',
    left: { documents: a({ colour: { $ref: 'colour/Red' } }) },
    right: { documents: a({ colour: { $ref: 'colour/Blue' } }) },
    lines: ['changed crate/A undeclared: colour undeclared'],
  },
  {
    name: 'a reference that a mapping of the right explains',
    left: { documents: a({ colour: { $ref: 'colour/Red' } }) },
    right: {
      documents: a({ colour: { $ref: 'colour/Blue' } }),
      rules: { mappings: [{ from: 'colour/Red', to: 'colour/Blue' }] },
    },
    lines: ['changed crate/A mapped: colour mapped'],
  },
  {
    name: 'a reference that the mappings of both explain together',
    left: {
      documents: a({ colour: { $ref: 'colour/Red UAT' } }),
      rules: { mappings: [{ from: 'colour/*', to: 'colour/* UAT' }] },
    },
    right: {
      documents: a({ colour: { $ref: 'colour/Red PROD' } }),
      rules: { mappings: [{ from: 'colour/*', to: 'colour/* PROD' }] },
    },
    lines: ['changed crate/A mapped: colour mapped'],
  },
  {
    name: 'names that a mapping explains',
    left: { documents: { 'colour/Red UAT': { name: 'Red UAT' } } },
    right: {
      documents: { 'colour/Red': { name: 'Red' } },
      rules: { mappings: [{ from: 'colour/* UAT', to: 'colour/*' }] },
    },
    lines: ['changed colour/Red UAT ↔ colour/Red mapped: '],
  },
  {
    name: 'a value that a mapping explains, and not what is beside it',
    left: { documents: a({ note: 'uat.test', size: 1 }) },
    right: {
      documents: a({ note: 'prod.test', size: 2 }),
      rules: { valueMappings: [{ type: 'crate', from: 'uat.*', to: 'prod.*' }] },
    },
    lines: ['changed crate/A undeclared: note mapped, size undeclared'],
  },
  {
    name: 'a field that an exception of the right covers',
    left: sizes.left,
    right: { ...sizes.right, rules: { exceptions: [{ ...exception, resource: 'crate/A', field: 'size' }] } },
    lines: ['changed crate/A declared: size declared'],
  },
  {
    name: 'a field that an exception of the left covers',
    left: { ...sizes.left, rules: { exceptions: [{ ...exception, resource: 'crate/*' }] } },
    right: sizes.right,
    lines: ['changed crate/A declared: size declared'],
  },
  {
    name: 'a field whose exception has expired',
    left: sizes.left,
    right: { ...sizes.right, rules: { exceptions: [{ ...exception, resource: 'crate/A', expires: '2026-11-19' }] } },
    lines: ['changed crate/A undeclared: size undeclared'],
  },
  {
    name: 'an object that an exception covers',
    left: { documents: {} },
    right: { documents: { 'colour/Red': {} }, rules: { exceptions: [{ ...exception, resource: 'colour/Red' }] } },
    lines: ['only-right colour/Red declared: '],
  },
  {
    name: 'an object that a field exception does not cover',
    left: { documents: {} },
    right: {
      documents: { 'colour/Red': {} },
      rules: { exceptions: [{ ...exception, resource: 'colour/Red', field: 'name' }] },
    },
    lines: ['only-right colour/Red undeclared: '],
  },
  {
    name: 'what a file of the environment gives',
    ...sizes,
    declarations: [{ side: 'right', address: 'crate/A', path: ['size'], value: 2, file: 'x.yaml' }],
    lines: ['changed crate/A declared: size declared'],
  },
  {
    name: 'what is live instead of what a file gives',
    ...sizes,
    declarations: [{ side: 'right', address: 'crate/A', path: ['size'], value: 3, file: 'x.yaml' }],
    lines: ['changed crate/A undeclared: size undeclared'],
  },
  {
    name: 'a document that is for one environment',
    left: { documents: { 'colour/Red': {} } },
    right: { documents: {} },
    declarations: [{ side: 'left', address: 'colour/Red', file: 'x.yaml' }],
    lines: ['only-left colour/Red declared: '],
  },
  {
    name: 'nothing of a field that could not be read',
    left: { documents: a({}), lost: ['colour'] },
    right: { documents: a({ colour: { $ref: 'colour/Red' } }) },
    lines: [],
  },
];

describe('a comparison tells', () => {
  it.each(cases)('$name', ({ left, right, declarations, lines }) => {
    expect(linesOf(compare(left, right, declarations))).toEqual(lines);
  });

  it('how many objects are how alike, by type and in all', () => {
    const { types, total } = compare(
      { documents: { 'colour/Red': {}, 'colour/Blue': {}, ...a({ size: 1 }) } },
      {
        documents: { 'colour/Red': {}, ...a({ size: 2 }) },
        rules: { exceptions: [{ ...exception, resource: 'crate/A' }] },
      },
    );
    expect(types).toEqual([
      { type: 'colour', compared: 2, identical: 1, mapped: 0, declared: 0, undeclared: 1 },
      { type: 'crate', compared: 1, identical: 0, mapped: 0, declared: 1, undeclared: 0 },
    ]);
    expect(total).toEqual({ compared: 3, identical: 1, mapped: 0, declared: 1, undeclared: 1 });
  });

  it('what was not compared, instead of taking unseen for absent', () => {
    const { total, notCompared } = compare(
      { documents: { 'colour/Red': {}, 'crate/A': {}, 'crate/A~0': {} }, shared: ['crate/A~0'] },
      { documents: {}, incomplete: { colour: 'one division only' }, unsure: ['crate'] },
    );
    expect(total.compared).toBe(0);
    expect(notCompared).toEqual([
      { type: 'colour', because: 'prod: one division only', addresses: [] },
      { type: 'colour', because: 'prod may have it unseen: one division only', addresses: ['colour/Red'] },
      { type: 'crate', because: 'prod may have it unseen: live holds none of its type', addresses: ['crate/A'] },
      { type: 'crate', because: 'several objects of uat have this name', addresses: ['crate/A~0'] },
    ]);
  });

  it('types that only one side read', () => {
    const { types, notCompared } = compare({ documents: { 'colour/Red': {} } }, { documents: {}, types: ['crate'] });
    expect(types.map(({ type }) => type)).toEqual(['crate']);
    expect(notCompared).toEqual([{ type: 'colour', because: 'prod: it was not read of prod', addresses: [] }]);
  });

  it('names that differ in their letters only as a difference, where these do not count for the key', () => {
    const found = compare(
      { documents: { 'colour/red': { name: 'red' } } },
      { documents: { 'colour/Red': { name: 'Red' } } },
    );
    expect(linesOf(found)).toEqual(['changed colour/red ↔ colour/Red undeclared: name undeclared']);
  });
});
