import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/json.ts';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { describeOverlaps } from './describe-overlaps.ts';
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

describe('what differs', () => {
  it.each([
    { path: ['size'], expected: 1, actual: 7, text: 'size is 7 instead of 1' },
    {
      path: ['lid'],
      expected: { $handle: 'i1', $type: 'lid', $ref: 'lid/A' },
      text: 'lid is nothing instead of lid/A',
    },
    {
      path: ['content'],
      expected: { $content: `sha256:${'ab'.repeat(32)}` },
      actual: { $content: `sha256:${'cd'.repeat(32)}` },
      text: 'content differs (content cdcdcdcdcdcd instead of content abababababab)',
    },
    {
      path: ['settings'],
      expected: { sound: { level: 3 } },
      actual: { sound: { level: 4, tone: 1 }, light: true },
      text: 'settings.sound.level is 4 instead of 3',
    },
  ])('is told as: $text', ({ text, ...overlap }) => {
    expect(describeOverlaps([overlap])).toBe(text);
  });

  it('is told up to a point', () => {
    const overlaps = Array.from({ length: 9 }, (_, index) => ({ path: [`f${index}`], expected: 'x'.repeat(200) }));
    expect(describeOverlaps(overlaps)).toMatch(/^f0 is nothing instead of "x{78}…; .*; and 4 more$/u);
  });
});
