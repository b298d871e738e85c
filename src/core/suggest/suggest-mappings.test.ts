import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { parseAddress } from '../resource/address.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { suggestMappings, type SuggestInput } from './suggest-mappings.ts';
import type { Unmatched } from './suggestion.ts';

type Given = readonly [address: string, document?: JsonObject, users?: readonly string[]];

function unmatched([address, document = {}, users = []]: Given): Unmatched {
  const { type, key } = parseAddress(address) ?? { type: '', key: [] };
  return { address, type, key, document, users };
}

function suggest(left: readonly Given[], right: readonly Given[], more: Partial<SuggestInput> = {}) {
  return suggestMappings({
    left: left.map(unmatched),
    right: right.map(unmatched),
    matched: [],
    environments: ['uat', 'prod'],
    leftMappings: [],
    catalogue: testCatalogue,
    ...more,
  });
}

const linesOf = (found: ReturnType<typeof suggest>): readonly string[] =>
  found.suggestions.map(({ sureness, from, to }) => `${sureness} ${from} → ${to}`);

interface Case {
  readonly name: string;
  readonly left: readonly Given[];
  readonly right: readonly Given[];
  readonly lines: readonly string[];
}

const cases: readonly Case[] = [
  { name: 'nothing where nothing is alike', left: [['crate/Billing']], right: [['crate/Wine']], lines: [] },
  { name: 'nothing across types', left: [['crate/Billing']], right: [['colour/Billing']], lines: [] },
  {
    name: 'the same e-mail name',
    left: [['crate/ann@uat.test']],
    right: [['crate/ann@test'], ['crate/bob@test']],
    lines: ['likely crate/ann@uat.test → crate/ann@test'],
  },
  {
    name: 'the same name but for the environment',
    left: [['crate/CRM (UAT)']],
    right: [['crate/CRM Production']],
    lines: ['likely crate/CRM (UAT) → crate/CRM Production'],
  },
  {
    name: 'the same name and the same users, for certain',
    left: [['crate/CRM UAT', {}, ['crate/X', 'crate/Y']]],
    right: [['crate/CRM', {}, ['crate/X', 'crate/Y']]],
    lines: ['certain crate/CRM UAT → crate/CRM'],
  },
  {
    name: 'a value that only two have',
    left: [['crate/A1', { note: 'Head of billing' }]],
    right: [
      ['crate/Z9', { note: 'Head of billing' }],
      ['crate/Z8', { note: 'else' }],
    ],
    lines: ['guess crate/A1 → crate/Z9'],
  },
  {
    name: 'no value that several have',
    left: [['crate/A1', { note: 'Agent' }]],
    right: [
      ['crate/Z9', { note: 'Agents' }],
      ['crate/Z8', { note: 'Agents' }],
    ],
    lines: [],
  },
  {
    name: 'those that the same objects use',
    left: [['crate/A1', {}, ['crate/X']]],
    right: [['crate/Z9', {}, ['crate/X']]],
    lines: ['likely crate/A1 → crate/Z9'],
  },
  {
    name: 'nothing surer than a guess where two would do',
    left: [['crate/CRM UAT']],
    right: [['crate/CRM'], ['crate/crm']],
    lines: ['guess crate/CRM UAT → crate/CRM'],
  },
  {
    name: 'each counterpart once',
    left: [['crate/CRM UAT'], ['crate/CRM UATS']],
    right: [['crate/CRM']],
    lines: ['likely crate/CRM UAT → crate/CRM'],
  },
  {
    name: 'a pattern where several say the same',
    left: [['crate/ann@uat.test'], ['crate/bob@uat.test'], ['crate/Other UAT']],
    right: [['crate/ann@test'], ['crate/bob@test'], ['crate/Other']],
    lines: ['likely crate/*@uat.test → crate/*@test', 'likely crate/Other UAT → crate/Other'],
  },
  {
    name: 'a pattern of names that end otherwise',
    left: [['crate/Orders UAT'], ['crate/Billing UAT']],
    right: [['crate/Orders'], ['crate/Billing']],
    lines: ['likely crate/* UAT → crate/*'],
  },
  {
    name: 'a pattern of names that begin otherwise',
    left: [['crate/UAT Orders'], ['crate/UAT Billing']],
    right: [['crate/PROD Orders'], ['crate/PROD Billing']],
    lines: ['likely crate/UAT * → crate/PROD *'],
  },
];

describe('proposals', () => {
  it.each(cases)('are $name', ({ left, right, lines }) => {
    expect(linesOf(suggest(left, right))).toEqual(lines);
  });

  it('give their reasons, what else would do, and how much depends on them', () => {
    const [found] = suggest(
      [['crate/CRM UAT', { note: 'main system' }, ['crate/X']]],
      [['crate/CRM', { note: 'main system' }, ['crate/X', 'crate/Y']], ['crate/CRM old']],
    ).suggestions;
    expect(found).toMatchObject({
      sureness: 'certain',
      uses: 1,
      reasons: [
        'same name but for "UAT"',
        'only these two have note "main system"',
        'used by the same 1 of 2: crate/X',
      ],
      alternatives: [],
    });
    const [unsure] = suggest([['crate/CRM UAT']], [['crate/CRM'], ['crate/crm']]).suggestions;
    expect(unsure?.alternatives).toEqual([{ to: 'crate/crm', score: 0.65 }]);
  });

  it('make no pattern that would lead elsewhere what has its counterpart', () => {
    const left: readonly Given[] = [['crate/ann@uat.test'], ['crate/bob@uat.test']];
    const right: readonly Given[] = [['crate/ann@test'], ['crate/bob@test']];
    expect(linesOf(suggest(left, right, { matched: ['crate/robot@uat.test'] }))).toEqual([
      'likely crate/ann@uat.test → crate/ann@test',
      'likely crate/bob@uat.test → crate/bob@test',
    ]);
  });

  it('are written in the words of changesets', () => {
    const leftMappings = [{ from: 'crate/*@dev.test', to: 'crate/*@uat.test' }];
    expect(linesOf(suggest([['crate/ann@uat.test']], [['crate/ann@test']], { leftMappings }))).toEqual([
      'likely crate/ann@dev.test → crate/ann@test',
    ]);
  });

  it('name what is used and has no counterpart', () => {
    expect(suggest([['crate/A', {}, ['crate/X']], ['crate/B']], [['crate/Q9']]).without).toEqual([
      { address: 'crate/A', type: 'crate', users: ['crate/X'] },
    ]);
  });

  it('take thousands of objects in their stride', () => {
    const many = (suffix: string): readonly Given[] =>
      Array.from({ length: 3_000 }, (_, index) => [`crate/agent${index}@${suffix}`] as const);
    const { suggestions } = suggest(many('uat.test'), many('test'));
    expect(suggestions).toHaveLength(1);
    expect(suggestions[0]).toMatchObject({ from: 'crate/*@uat.test', to: 'crate/*@test' });
  });
});
