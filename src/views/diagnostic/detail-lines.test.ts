import { expect, test } from 'vitest';
import { detailLines } from './detail-lines.ts';

test('a caret stays under the place that it marks', () => {
  const detail = 'line 1, column 5 of the expression:\na + * b\n    ^';
  expect(detailLines('why: ', detail, 60)).toEqual([
    'why: line 1, column 5 of the expression:',
    '     a + * b',
    '         ^',
  ]);
});

test('of a long line the part around the caret is shown', () => {
  const code = `${'x'.repeat(90)}!${'y'.repeat(90)}`;
  const [line = '', caret = ''] = detailLines('  ', `${code}\n${' '.repeat(90)}^`, 40);
  expect(line).toHaveLength(40);
  expect(line[caret.indexOf('^')]).toBe('!');
});

test('text without a caret is wrapped line by line', () => {
  expect(detailLines('why: ', 'one two three\nfour', 14)).toEqual(['why: one two', '     three', '     four']);
});
