import { describe, expect, it } from 'vitest';
import { linesOf, planOf, type BareAction, type TestOrganisation } from './testing/test-world.ts';

const rules = { type: 'house_rules', key: ['organisation'] };
const red = { id: 'c1', name: 'Red' };
const live: TestOrganisation = {
  colour: [red],
  house_rules: [{ id: 'organisation', quiet: true, colour: { id: 'c1' } }],
};

describe('what an organisation has exactly one of', () => {
  it('is changed by ensure, under an address that names no object', () => {
    const { plan } = planOf({ live, actions: [{ kind: 'ensure', target: rules, set: { quiet: false } }] });
    expect(plan.diagnostics).toEqual([]);
    expect(linesOf(plan)).toEqual(['update house_rules/organisation quiet: true → false']);
    expect(plan.steps[0]?.handle).toBe('organisation');
  });

  it('is seen by iterators and by expressions', () => {
    const { plan } = planOf({
      live,
      actions: [
        { kind: 'forEach', type: 'house_rules', as: 'rules', where: 'rules.quiet', set: { quiet: false } },
        { kind: 'let', name: 'loud', value: '${ref("house_rules", "organisation").quiet == false}' },
      ],
    });
    expect(linesOf(plan)).toEqual(['update house_rules/organisation quiet: true → false']);
    expect(plan.variables).toEqual({ loud: true });
  });

  it('counts among the users of what is deleted', () => {
    const { plan } = planOf({ live, actions: [{ kind: 'delete', target: { type: 'colour', key: ['Red'] } }] });
    expect(plan.diagnostics[0]).toMatchObject({
      code: 'SB1011',
      detail: expect.stringContaining('house_rules/organisation'),
    });
  });

  const refused: readonly { readonly name: string; readonly action: BareAction; readonly code: string }[] = [
    { name: 'deleted', action: { kind: 'delete', target: rules }, code: 'SB1032' },
    { name: 'renamed', action: { kind: 'rename', target: rules, to: 'house' }, code: 'SB1023' },
    {
      name: 'called anything else',
      action: { kind: 'ensure', target: { type: 'house_rules', key: ['house'] }, set: { quiet: true } },
      code: 'SB1026',
    },
  ];

  it.each(refused)('can not be $name', ({ action, code }) => {
    const { plan } = planOf({ live, actions: [action] });
    expect(plan.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(plan.steps).toEqual([]);
  });

  it('can not be made where the organisation shows none', () => {
    const { plan } = planOf({ live: {}, actions: [{ kind: 'ensure', target: rules, set: { quiet: true } }] });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1032']);
    expect(plan.steps).toEqual([]);
  });

  it('may be there unseen where not everything can be seen', () => {
    const { plan } = planOf({
      live: {},
      incomplete: ['house_rules'],
      actions: [{ kind: 'ensure', target: rules, set: { quiet: true } }],
    });
    expect(plan.diagnostics.map(({ code }) => code)).toEqual(['SB1007']);
  });
});
