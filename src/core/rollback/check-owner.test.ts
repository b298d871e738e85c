import { describe, expect, it } from 'vitest';
import type { OwnershipRule } from '../environment/environment.ts';
import { planOf, testCatalogue, type BareAction } from '../plan/testing/test-world.ts';
import { checkOwner } from './check-owner.ts';

const objects = { source: 'tf/prod.tfstate', names: { crate: { k1: 'genesyscloud_crate.big' } } };
const crate = { type: 'crate', key: ['Big'] };
const change: BareAction = { kind: 'ensure', target: crate, set: { size: 2 } };

function check(rule: OwnershipRule, action: BareAction = change, id = 'k1') {
  const [step] = planOf({ live: { crate: [{ id, name: 'Big', size: 1 }] }, actions: [action] }).plan.steps;
  const descriptor = testCatalogue.find('crate');
  if (step === undefined || descriptor === undefined) throw new Error('there is a step');
  return checkOwner([rule], descriptor, step);
}

describe('taking back', () => {
  it('refuses what a record of another tool lists by now', () => {
    expect(check({ owner: 'terraform', objects })).toMatchObject({
      code: 'SB1006',
      detail: 'crate/Big belongs to "terraform": tf/prod.tfstate has it as genesyscloud_crate.big.',
    });
    expect(check({ owner: 'terraform', objects }, { kind: 'delete', target: crate })).toMatchObject({ code: 'SB1006' });
  });

  it.each([
    { name: 'other objects', rule: { owner: 'terraform', objects } as const, id: 'k2' },
    { name: 'other fields', rule: { owner: 'terraform', objects, field: 'note' } as const, id: 'k1' },
    { name: 'rules that are no records', rule: { owner: 'terraform', type: 'crate' } as const, id: 'k1' },
  ])('goes on for $name', ({ rule, id }) => {
    expect(check(rule, change, id)).toBeUndefined();
  });
});
