import { describe, expect, it } from 'vitest';
import { recordedName } from './recorded-name.ts';

const owned = { source: 'prod.tfstate', names: { row: { 'k1/t1': 'one row', k9: 'a row by its own id' } } };

describe('the name in a record of another tool', () => {
  it.each([
    { id: 't1/k1', name: 'one row' },
    { id: 't1/k9', name: 'a row by its own id' },
    { id: 't1/k2', name: undefined },
    { id: 't1/constructor', name: undefined },
    { id: 'toString', name: undefined },
  ])('of $id is $name', ({ id, name }) => {
    expect(recordedName(owned, 'row', id)).toBe(name);
  });

  it('is none for types that it does not list', () => {
    expect(recordedName(owned, 'table', 't1')).toBeUndefined();
  });
});
