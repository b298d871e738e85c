import { describe, expect, it } from 'vitest';
import { fakeCatalogue } from '../../testing/fake-types.ts';
import { fitsObject, mayFitBelow, parseAddressPattern } from './address-pattern.ts';

function fits(pattern: string, type: string, ...key: readonly string[]): boolean | undefined {
  const parsed = parseAddressPattern(pattern);
  const descriptor = fakeCatalogue.find(type);
  return parsed === undefined || descriptor === undefined ? undefined : fitsObject(parsed, descriptor, key);
}

describe('a pattern of addresses', () => {
  it.each<readonly [pattern: string, type: string, key: string, expected: boolean]>([
    ['crate', 'crate', 'Box', true],
    ['crate', 'colour', 'Box', false],
    ['crate*', 'crate', 'Box', true],
    ['c*', 'colour', 'Red', true],
    ['*', 'colour', 'Red', true],
    ['crate/Box', 'crate', 'Box', true],
    ['crate/box', 'crate', 'BOX', true],
    ['crate/B*', 'crate', 'Box', true],
    ['crate/*x', 'crate', 'Box', true],
    ['crate/B?x', 'crate', 'Box', true],
    ['crate/B?x', 'crate', 'Boxx', false],
    ['crate/*o*', 'crate', 'Box', true],
    ['crate/*oo*', 'crate', 'Box', false],
    ['crate/B*', 'crate', 'Böx', true],
    ['crate/Bo\u0308x', 'crate', 'B\u00F6x', true],
    ['crate/?', 'crate', '😀', true],
    ['crate/100%25', 'crate', '100%', true],
    ['crate/a%2Fb', 'crate', 'a/b', true],
    ['crate/%2A*', 'crate', '*1', true],
    ['crate/%2A*', 'crate', 'x1', false],
    ['crate/What%3F', 'crate', 'What?', true],
    ['crate/What%3F', 'crate', 'Whats', false],
    ['crate/.*', 'crate', 'Box', false],
    ['crate/(a+)+$', 'crate', 'aaaa', false],
  ])('%s and %s/%s: %s', (pattern, type, key, expected) => {
    expect(fits(pattern, type, key)).toBe(expected);
  });

  it('goes over all parts of a composite key', () => {
    expect(fits('slot/Box/*', 'slot', 'Box', '1')).toBe(true);
    expect(fits('slot/*/1', 'slot', 'Box', '1')).toBe(true);
    expect(fits('slot/Box/2', 'slot', 'Box', '1')).toBe(false);
  });

  it.each(['', '/Box', 'crate/', 'Crate', 'cra te', 'crate.x/1'])('is not "%s"', (text) => {
    expect(parseAddressPattern(text)).toBeUndefined();
  });

  it('tells below which parents nothing can fit', () => {
    const slot = fakeCatalogue.find('slot');
    const below = (pattern: string, parent: string): boolean => {
      const parsed = parseAddressPattern(pattern);
      return parsed !== undefined && slot !== undefined && mayFitBelow(parsed, slot, [parent]);
    };
    expect(below('slot/Box/1', 'Box')).toBe(true);
    expect(below('slot/B*', 'Box')).toBe(true);
    expect(below('slot', 'Box')).toBe(true);
    expect(below('slot/Box/1', 'Chest')).toBe(false);
    expect(below('crate/Box', 'Box')).toBe(false);
  });

  it('takes no longer than pattern times text', () => {
    expect(fits(`crate/${'*a'.repeat(200)}b`, 'crate', 'a'.repeat(2_000))).toBe(false);
  });
});
