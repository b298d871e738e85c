import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { judgeDelete } from './judge.ts';

const crate = testCatalogue.find('crate');
const judge = (live: JsonObject, before: JsonObject, own: Parameters<typeof judgeDelete>[2] = []) => {
  if (crate === undefined) throw new Error('the test catalogue has no crate');
  return judgeDelete(
    { texts: { texts: new Map(), contentFormats: {} }, descriptor: crate, document: live },
    before,
    own,
  ).kind;
};
const declared = { name: 'A', settings: { sound: { level: 3 } } };

describe('a deletion', () => {
  it('goes ahead when the platform filled in more than was declared', () => {
    expect(judge({ name: 'A', settings: { sound: { level: 3, tone: 1 }, light: true } }, declared)).toBe('ready');
  });

  it('stops when somebody changed a declared field inside an object', () => {
    expect(judge({ name: 'A', settings: { sound: { level: 4, tone: 1 } } }, declared)).toBe('overlap');
  });

  it('goes ahead over what the run itself wrote later', () => {
    const own = [{ path: ['settings', 'sound', 'level'], before: 3, after: 4 }];
    expect(judge({ name: 'A', settings: { sound: { level: 4, tone: 1 } } }, declared, own)).toBe('ready');
  });
});
