import { describe, expect, it } from 'vitest';
import type { OwnershipRule } from './environment.ts';
import { ownerOf } from './owner-of.ts';

const queue = { type: 'queue', key: ['VIP 1'], division: 'Sales' };
const cases: readonly { readonly name: string; readonly rules: readonly OwnershipRule[]; readonly owner?: string }[] = [
  { name: 'nobody where there are no rules', rules: [] },
  { name: 'the owner of a rule for all', rules: [{ owner: 'terraform' }], owner: 'terraform' },
  {
    name: 'the owner of the first rule that fits',
    rules: [
      { type: 'flow', owner: 'hr' },
      { type: 'que*', name: 'VIP *', owner: 'business' },
      { type: 'queue', owner: 'terraform' },
    ],
    owner: 'business',
  },
  { name: 'the owner of a division', rules: [{ division: 'Sales', owner: 'by-hand' }], owner: 'by-hand' },
  { name: 'nobody where another division is ruled', rules: [{ division: 'Home', owner: 'by-hand' }] },
  {
    name: 'nobody where only a field is ruled',
    rules: [{ type: 'queue', field: 'acwSettings', owner: 'business' }],
  },
];

describe('the owner of an object', () => {
  it.each(cases)('is $name', ({ rules, owner }) => {
    expect(ownerOf(rules, queue)).toBe(owner);
  });
});
