import { describe, expect, it } from 'vitest';
import { excerptOf } from './excerpt.ts';

const output = 'Plan\n\n  + skill\n  + queue\n  ~ flow\nPlan: 3 changes\ndecision abc\n';

describe('an excerpt of a command’s output', () => {
  it('is the whole output when nothing is asked for', () => {
    expect(excerptOf(output, {})).toEqual([
      'Plan',
      '',
      '  + skill',
      '  + queue',
      '  ~ flow',
      'Plan: 3 changes',
      'decision abc',
    ]);
  });

  it('says how many lines it leaves out', () => {
    const shown = excerptOf(output, { keep: [/\+/u], drop: /queue/u });
    expect(shown).toEqual(['  + skill', '(6 of 7 lines left out)']);
  });

  it('shows a paragraph at the margin whole', () => {
    expect(excerptOf(output, { keep: [/^Plan: /u] })).toEqual([
      'Plan: 3 changes',
      'decision abc',
      '(5 of 7 lines left out)',
    ]);
  });

  it('begins at the last line that matches', () => {
    expect(excerptOf(output, { from: /^Plan/u })).toEqual([
      'Plan: 3 changes',
      'decision abc',
      '(5 of 7 lines left out)',
    ]);
  });
});
