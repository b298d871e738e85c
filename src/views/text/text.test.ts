import { describe, expect, it } from 'vitest';
import { amountOf } from './amount.ts';
import { plainScreen } from './screen.ts';
import { renderTable } from './table.ts';
import { formatValue } from './value.ts';
import { displayWidth, padEndTo, printable } from './width.ts';
import { wrapBehind, wrapText } from './wrap.ts';

describe('the width of text', () => {
  it.each([
    { text: 'plain', width: 5 },
    { text: '東京', width: 4 },
    { text: 'e\u0301', width: 1 },
    { text: '한국', width: 4 },
    { text: '👩‍👩‍👧', width: 2 },
    { text: '🇩🇪', width: 2 },
    { text: 'ｱ', width: 1 },
    { text: '', width: 0 },
  ])('counts $text as $width columns', ({ text, width }) => {
    expect(displayWidth(text)).toBe(width);
    expect(displayWidth(padEndTo(text, 10))).toBe(10);
  });

  it('makes control characters visible', () => {
    expect(printable('a\u001Bb\nc\td\u0000')).toBe('a\\u001bb⏎c d\\u0000');
  });
});

describe('an amount', () => {
  it.each([
    [1, 'library', '1 library'],
    [2, 'library', '2 libraries'],
    [2, 'call route', '2 call routes'],
    [2, 'day', '2 days'],
    [2, 'email address', '2 email addresses'],
    [3, 'speech settings', '3 speech settings'],
  ])('%i of %s is %s', (count, noun, text) => {
    expect(amountOf(count, noun)).toBe(text);
  });
});

describe('wrapping', () => {
  it('breaks at spaces and leaves nothing out', () => {
    expect(wrapText('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  });

  it('breaks a word that is longer than a line, by characters as people see them', () => {
    expect(wrapText('東京東京東京', 8)).toEqual(['東京東京', '東京']);
  });

  it('breaks a long path after a dot, and an address after a slash', () => {
    const path = 'mediaSettings.call.alertingTimeoutSeconds';
    expect(wrapText(path, 30)).toEqual(['mediaSettings.call.', 'alertingTimeoutSeconds']);
    expect(wrapText(`flow/inqueuecall/${'x'.repeat(10)}`, 20)).toEqual(['flow/inqueuecall/', 'x'.repeat(10)]);
  });

  it('indents what follows to where the text began', () => {
    expect(wrapBehind('next: ', 'do this and that', 16)).toEqual(['next: do this', '      and that']);
  });
});

describe('a table', () => {
  it('aligns columns by what is seen', () => {
    expect(
      renderTable(plainScreen, [
        ['東京', 'x'],
        ['abc', 'y'],
      ]),
    ).toEqual(['東京  x', 'abc   y']);
  });

  it('folds the widest column onto further lines when the screen is narrow', () => {
    const lines = renderTable({ ...plainScreen, width: 24 }, [['key', 'a value that is rather long']]);
    expect(lines).toEqual(['key  a value that is', '     rather long']);
  });
});

describe('a table of fields', () => {
  it('gives the paths the room they need and folds the values', () => {
    const path = 'mediaSettings.call.alertingTimeoutSeconds';
    const lines = renderTable({ ...plainScreen, width: 66 }, [[path, 'one two three four five six']], {
      leading: true,
    });
    expect(lines).toEqual([`${path}  one two three four five`, `${' '.repeat(43)}six`]);
  });
});

describe('a value', () => {
  it.each([
    { value: undefined, text: '(not set)' },
    { value: null, text: '(cleared)' },
    { value: 'a "b"', text: '"a \\"b\\""' },
    { value: [1, true], text: '[1, true]' },
    { value: {}, text: '{}' },
    { value: { 'a b': 1 }, text: '{ "a b": 1 }' },
    { value: { $ref: 'routing_skill/VIP' }, text: 'routing_skill/VIP' },
    { value: { $handle: 'x', $type: 'flow', $ref: 'flow/A/B' }, text: 'flow/A/B' },
    { value: { $content: `sha256:${'0123456789ab'.repeat(5)}` }, text: 'content 0123456789ab' },
  ])('reads as $text', ({ value, text }) => {
    expect(formatValue(value)).toBe(text);
  });
});
