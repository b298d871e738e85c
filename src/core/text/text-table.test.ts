import { describe, expect, it } from 'vitest';
import { createTextTable, type TextTable } from './text-table.ts';

function tableOf(texts: readonly (string | undefined)[]): TextTable {
  return createTextTable(texts.entries(), (number) => texts[number]);
}

describe('a table of texts', () => {
  it('finds the numbers of a text, and knows which are not alone', () => {
    const table = tableOf(Array.from({ length: 5_000 }, (_, number) => `Name ${number % 4_999}`));
    expect(table.find('Name 17')).toEqual([17]);
    expect(table.find('Name 0')).toEqual([0, 4_999]);
    expect(table.find('Nobody')).toEqual([]);
    expect([0, 1, 4_999].map(table.isShared)).toEqual([true, false, true]);
  });

  it('tells texts apart whose hashes are the same', () => {
    // These two collide in FNV-1a.
    const table = tableOf(['costarring', 'liquid']);
    expect(['costarring', 'liquid'].map(table.find)).toEqual([[0], [1]]);
    expect(table.isShared(0)).toBe(false);
  });

  it('leaves out what has no text', () => {
    const table = tableOf([undefined, 'Red']);
    expect(table.find('Red')).toEqual([1]);
    expect(table.isShared(0)).toBe(false);
  });
});
