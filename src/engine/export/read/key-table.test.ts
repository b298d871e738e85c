import { describe, expect, it } from 'vitest';
import { createKeyTable } from './key-table.ts';

describe('objects by their key', () => {
  it('are found under their own text alone, whatever else has the same hash', () => {
    const texts = Array.from({ length: 5_000 }, (_, object) => `Name ${object % 4_999}`);
    const table = createKeyTable(texts.keys(), (object) => texts[object]);
    expect(table.find('Name 17')).toEqual([17]);
    expect(table.find('Name 0')).toEqual([0, 4_999]);
    expect(table.find('Nobody')).toEqual([]);
    expect([0, 1, 4_999].map(table.isShared)).toEqual([true, false, true]);
  });

  it('differ although their hashes are the same', () => {
    // These two collide in FNV-1a over 32 bits.
    const texts = ['costarring', 'liquid'];
    const table = createKeyTable(texts.keys(), (object) => texts[object]);
    expect(texts.map(table.find)).toEqual([[0], [1]]);
    expect(table.isShared(0)).toBe(false);
  });

  it('leaves out what has no key', () => {
    const table = createKeyTable([0, 1], (object) => (object === 0 ? undefined : 'Red'));
    expect(table.find('Red')).toEqual([1]);
    expect(table.isShared(0)).toBe(false);
  });
});
