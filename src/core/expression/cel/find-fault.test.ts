import { expect, test } from 'vitest';
import { findFault } from './find-fault.ts';

test.each([
  ['min(1000, 2000 + * 3)', '* is not expected here', '* 3)'],
  ['1 + * 2', '* is not expected here', '* 2'],
  ['a ==== b', '== is not expected here', '== b'],
  ['q.labels.tier = "vip"', '= is not expected here', '= "vip"'],
  ['min(1, ', '( is never closed', '(1, '],
  ['all.filter(q, q.size > 3', '( is never closed', '(q, q.size > 3'],
  ['[1, 2', '[ is never closed', '[1, 2'],
  ['a ? b', 'something is missing at the end', ''],
  ['1 +', 'something is missing at the end', ''],
  ['a and b', 'and is not expected here', 'and b'],
  ['(1))', ') is not expected here', ')'],
  ['"text', '" is not expected here', '"text'],
])('%s: %s', (source, reason, rest) => {
  const fault = findFault(source);
  expect({ reason: fault.reason, rest: source.slice(fault.offset) }).toEqual({ reason, rest });
});

test('a long expression is looked through in a few steps', () => {
  const source = `${Array.from({ length: 1500 }, (_, index) => `a${index}`).join(' + ')} + * b`;
  expect(source.slice(findFault(source).offset)).toBe('* b');
});
