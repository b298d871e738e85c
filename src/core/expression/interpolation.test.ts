import { describe, expect, test } from 'vitest';
import { SignalboxError } from '../error.ts';
import type { Json } from '../json/json.ts';
import { escapeInterpolation, interpolate, interpolationsOf } from './interpolation.ts';
import type { ExpressionScope } from './scope.ts';

const scope: ExpressionScope = {
  variables: { n: 3, name: 'VIP', flag: true, list: [1, 2], nothing: null, env: { values: { x: 'eu' } } },
  resources: () => [],
  ref: () => undefined,
};

describe('interpolation', () => {
  test.each<[Json, Json]>([
    ['${n * 2}', 6],
    ['${list}', [1, 2]],
    ['${nothing}', null],
    ['${flag}', true],
    ['x${n}', 'x3'],
    ['${name} ${n}', 'VIP 3'],
    [' ${n}', ' 3'],
    ['costs $5 and $${n} or {n}', 'costs $5 and ${n} or {n}'],
    ['$${${n}}', '${3}'],
    ['${{"a": {"b": n}}}', { a: { b: 3 } }],
    ['${"}" + name + "{"}', '}VIP{'],
    ["${'it}' + name}", 'it}VIP'],
    ['${"a\\"}" + name}', 'a"}VIP'],
    ['${r"\\" + name}', '\\VIP'],
    ['${"""a"}b"""}', 'a"}b'],
    [
      { a: ['${n}', { '${n}': 'p-${env.values.x}' }], b: 1 },
      { a: [3, { '${n}': 'p-eu' }], b: 1 },
    ],
    ['plain $ text $', 'plain $ text $'],
  ])('%j becomes %j', (value, expected) => {
    expect(interpolate(value, scope)).toEqual(expected);
  });

  test.each([
    ['a ${n', 'SB2501', 'never closed'],
    ['a ${list}', 'SB2505', 'a list'],
    ['a ${nothing}', 'SB2505', 'null'],
    ['a ${unknown}', 'SB2507', 'nothing is called unknown'],
  ])('%s is refused with %s', (text, code, reason) => {
    expect(() => interpolate(text, scope, { file: 'c.yaml', line: 3 })).toThrow(SignalboxError);
    expect(() => interpolate(text, scope, { file: 'c.yaml', line: 3 })).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(reason) as string }) as Error,
    );
  });

  test('lists its expressions in order', () => {
    expect(interpolationsOf({ a: 'x ${n} ${name}', b: ['$${n}', '${n + 1}'] })).toEqual(['n', 'name', 'n + 1']);
    expect(interpolationsOf('${n}')).toEqual(['n']);
  });

  test.each([
    '/api/v2/users/${input.userId}',
    '$${n}',
    '$$${n} ${',
    '{"a": ${successTemplateUtils.firstFromArray("${a}")}}',
  ])('gives %j back once it is escaped', (text) => {
    expect(interpolate(escapeInterpolation(text), scope)).toBe(text);
  });
});
