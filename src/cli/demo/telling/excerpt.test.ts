import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

const output = 'Plan\n\n  + skill\n  + queue\n  ~ flow\nPlan: 3 changes\ndecision abc\n';

describe('an excerpt of a command’s output', () => {
  it('is the whole output when nothing is asked for', () => {
    expect(excerptOf(output, {})).toEqual(['Plan', '', '  + skill', '  + queue', '  ~ flow', 'Plan: 3 changes', 'decision abc']);
  });

  it('marks every gap with the number of lines', () => {
    expect(excerptOf(output, { keep: [/\+/u, /^decision/u] })).toEqual([
      '[… 1 line]',
      '  + skill',
      '  + queue',
      '[… 2 lines]',
      'decision abc',
    ]);
  });

  it('begins where it is told to', () => {
    expect(excerptOf(output, { from: /^Plan/u })).toEqual(['[… 4 lines]', 'Plan: 3 changes', 'decision abc']);
  });

  it('ends after the most lines', () => {
    expect(excerptOf(output, { most: 1 })).toEqual(['Plan', '[… 5 lines]']);
  });
});
