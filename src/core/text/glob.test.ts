import { describe, expect, it } from 'vitest';
import { fillStars, matchesGlob, matchStars, starsIn } from './glob.ts';

const cases: readonly { readonly glob: string; readonly text: string; readonly stars?: readonly string[] }[] = [
  { glob: 'VIP', text: 'VIP', stars: [] },
  { glob: 'VIP', text: 'VIP 1' },
  { glob: 'VIP *', text: 'VIP 1', stars: ['1'] },
  { glob: 'VIP *', text: 'Big VIP 1' },
  { glob: '* VIP', text: 'Big VIP', stars: ['Big'] },
  { glob: '*', text: '', stars: [''] },
  { glob: 'a*a', text: 'a' },
  { glob: '*@*.example.com', text: 'ann@dev.example.com', stars: ['ann', 'dev'] },
  { glob: '*-*-*', text: 'a-b-c-d', stars: ['a', 'b', 'c-d'] },
  { glob: '*x*x', text: 'x' },
  { glob: 'Caf\u00e9 *', text: 'Cafe\u0301 1', stars: ['1'] },
];

describe('a glob', () => {
  it.each(cases)('$glob over "$text" gives $stars', ({ glob, text, stars }) => {
    expect(matchStars(glob, text)).toEqual(stars);
    expect(matchesGlob(glob, text)).toBe(stars !== undefined);
  });

  it('is filled star by star', () => {
    expect(starsIn('user/*.*@x')).toBe(2);
    expect(fillStars('user/*.*@x', ['$&', 'b'])).toBe('user/$&.b@x');
    expect(fillStars('user/boss', ['a'])).toBe('user/boss');
  });
});
