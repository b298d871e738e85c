import { describe, expect, test } from 'vitest';
import { SignalboxError } from '../error.ts';
import type { Json } from '../json/json.ts';
import { checkExpression } from './check.ts';
import { evaluateCondition, evaluateExpression } from './evaluate.ts';
import type { ExpressionScope } from './scope.ts';
import { createStepBudget } from './step-budget.ts';

const queue = {
  name: 'VIP #1: Billing',
  acwSettings: { timeoutMs: 30_000 },
  labels: { tier: 'vip' },
  memberGroups: [{ name: 'Tier 1' }, { name: 'Tier 2' }],
  description: null,
  constructor: { name: 'a field of this name' },
};

function scopeOf(variables: Record<string, Json> = {}, objects: Record<string, readonly Json[]> = {}): ExpressionScope {
  const resources = (type: string): readonly Json[] => objects[type] ?? [];
  return {
    variables: { queue, inputs: { factor: 2 }, ...variables },
    resources,
    ref: (type, name) => resources(type).find((object) => (object as { name?: string }).name === name),
  };
}

function evaluate(source: string, scope = scopeOf()): Json {
  return evaluateExpression(source, scope);
}

function errorOf(work: () => unknown): SignalboxError {
  try {
    work();
  } catch (error) {
    if (error instanceof SignalboxError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('an expression', () => {
  test.each<[string, Json]>([
    ['queue.acwSettings.timeoutMs * 2', 60_000],
    ['2 * queue.acwSettings.timeoutMs', 60_000],
    ['queue.acwSettings.timeoutMs * 1.5 + 1', 45_001],
    ['queue.acwSettings.timeoutMs / 8', 3750],
    ['type(queue.name) == string', true],
    ['queue.acwSettings.timeoutMs % 7', 30_000 % 7],
    ['queue.acwSettings.timeoutMs - 1', 29_999],
    ['7 / 2', 3],
    ['-queue.acwSettings.timeoutMs', -30_000],
    ['queue.acwSettings.timeoutMs == 30000', true],
    ['queue.acwSettings.timeoutMs >= 30000 && queue.acwSettings.timeoutMs < 30001', true],
    ['queue.acwSettings.timeoutMs in [1, 30000]', true],
    ['min(queue.acwSettings.timeoutMs * inputs.factor, 50000)', 50_000],
    ['max(1, 2.5, queue.acwSettings.timeoutMs)', 30_000],
    ['[round(2.5), round(-2.5), round(2.4), floor(2.9), ceil(2.1), abs(-3), abs(-1.5)]', [3, -3, 2, 2, 3, 3, 1.5]],
    ['0.0 * -1', 0],
    ['size(queue.memberGroups) + size("héllo")', 7],
    ['queue.memberGroups[1].name', 'Tier 2'],
    ['queue["labels"].tier', 'vip'],
    ['queue.description', null],
    ['{"a": [1, 2], "b": {"c": null}}', { a: [1, 2], b: { c: null } }],
    ['queue.memberGroups == [{"name": "Tier 1"}, {"name": "Tier 2"}]', true],
    ['queue.memberGroups != queue.memberGroups', false],
    ['queue.labels.tier == "vip" ? "yes" : "no"', 'yes'],
    ['has(queue.acwSettings.timeoutMs) && !has(queue.acwSettings.other)', true],
    ['string(queue.acwSettings.timeoutMs) + " ms"', '30000 ms'],
    ['int(queue.acwSettings.timeoutMs) + 1', 30_001],
  ])('%s gives %j', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  test.each<[string, Json]>([
    ['queue.memberGroups.map(g, g.name)', ['Tier 1', 'Tier 2']],
    ['queue.memberGroups.filter(g, g.name.endsWith("2"))', [{ name: 'Tier 2' }]],
    ['queue.memberGroups.all(g, g.name.startsWith("Tier"))', true],
    ['queue.memberGroups.exists(g, g.name.contains("1"))', true],
    ['queue.memberGroups.exists_one(g, has(g.name))', false],
    ['queue.name.lowerAscii().replace(" ", "-")', 'vip-#1:-billing'],
    ['"a.b.c".replace(".", "/", 1)', 'a/b.c'],
    ['"a,b".split(",")', ['a', 'b']],
    ['["a", "b"].join("+")', 'a+b'],
    ['queue.name.matches("^VIP #[0-9]+")', true],
    ['queue.labels.map(k, k)', ['tier']],
  ])('understands lists and texts: %s', (source, expected) => {
    expect(evaluate(source)).toEqual(expected);
  });

  test('sees the objects of the target and single ones by name', () => {
    const scope = scopeOf(
      {},
      {
        routing_queue: [
          { name: 'A', n: 1 },
          { name: 'B', n: 5 },
        ],
      },
    );

    expect(evaluate('resources("routing_queue").filter(q, q.n > 2).map(q, q.name)', scope)).toEqual(['B']);
    expect(evaluate('ref("routing_queue", "A").n + 1', scope)).toBe(2);
    expect(evaluate('ref("routing_queue", "Z") == null', scope)).toBe(true);
  });

  test('sees own fields only', () => {
    expect(evaluate('queue.constructor.name')).toBe('a field of this name');
    expect(errorOf(() => evaluate('queue.labels.constructor')).code).toBe('SB2502');
    expect(errorOf(() => evaluate('queue.labels.__proto__')).code).toBe('SB2502');
    expect(errorOf(() => evaluate('queue["toString"]')).code).toBe('SB2502');
    expect(errorOf(() => evaluate('constructor')).code).toBe('SB2507');
    expect(errorOf(() => evaluate('__proto__.x')).code).toBe('SB2507');
    expect(evaluate('has(queue.labels.toString)')).toBe(false);
  });

  test('builds lists of 20,000 elements without exhausting the stack', () => {
    const numbers = Array.from({ length: 20_000 }, (_, index) => index);

    expect(evaluate('numbers.map(n, n + 1)', scopeOf({ numbers }))).toHaveLength(20_000);
    expect(evaluate('size(numbers.filter(n, n >= 1) + [1])', scopeOf({ numbers }))).toBe(20_000);
  });

  test('keeps lists apart that grow from the same beginning', () => {
    expect(evaluate('[[1] + [2]].map(base, [base + [3], base + [4], base])[0]')).toEqual([
      [1, 2, 3],
      [1, 2, 4],
      [1, 2],
    ]);
  });

  test('gives the same value every time and leaves its input alone', () => {
    const before = JSON.stringify(queue);

    expect(evaluate('queue.memberGroups + [1]')).toEqual(evaluate('queue.memberGroups + [1]'));
    expect(JSON.stringify(queue)).toBe(before);
  });
});

describe('a broken expression', () => {
  test('names the place in a syntax error', () => {
    const error = errorOf(() =>
      evaluateExpression('queue.name ==\n  "a" b', scopeOf(), { file: 'changesets/x.yaml', line: 7 }),
    );

    expect(error.code).toBe('SB2501');
    expect(error.message).toContain('changesets/x.yaml:7: expression `queue.name == "a" b`, line 2, column 7');
    expect(error.context['detail']).toBe('  "a" b\n      ^');
  });

  test.each([
    ['queue.nothing', 'SB2502', 'field not found: nothing'],
    ['queue.name * 2', 'SB2502', '* can not be applied to (text, number)'],
    ['1 / 0', 'SB2502', 'division by zero'],
    ['queue.acwSettings.timeoutMs / 0', 'SB2502', 'division by zero'],
    ['min("a", 1)', 'SB2502', 'min(…) takes numbers only'],
    ['quue.name', 'SB2507', 'nothing is called quue; known here: inputs, queue'],
    ['frob(queue)', 'SB2507', 'there is no function frob(…)'],
    ['9223372036854775807', 'SB2505', 'too large for an exact number'],
    ['timestamp("2026-01-01T00:00:00Z")', 'SB2505', 'wrap it in string(…)'],
    ['{1: 2}', 'SB2505', 'a key that is not text'],
    ['1e308 * 10', 'SB2505', 'not a number that JSON can hold'],
    ['"a" + ', 'SB2501', 'something is missing at the end'],
    ['', 'SB2501', 'something is missing at the end'],
  ])('%s is refused with %s', (source, code, reason) => {
    const error = errorOf(() => evaluate(source));

    expect(error.code).toBe(code);
    expect(error.message).toContain(reason);
    expect(error.context['expression']).toBe(source);
  });

  test('points at the part that has no value', () => {
    expect(errorOf(() => evaluate('queue.name == "a" || queue.missing.deep')).context['detail']).toContain(
      '\n                          ^',
    );
  });

  test('is found without data by the check', () => {
    expect(checkExpression('queue.x > 1')).toEqual([]);
    expect(checkExpression('queue.x >')[0]).toMatchObject({
      code: 'SB2501',
      detail: expect.stringContaining('queue.x >\n') as string,
    });
    expect(checkExpression('quue.x', undefined, ['queue'])[0]?.summary).toContain(
      'nothing is called quue; known here: queue',
    );
    expect(checkExpression('[1].map(x, x) == [1]', undefined, [])).toEqual([]);
  });

  test('is not a condition unless it is true or false', () => {
    expect(evaluateCondition('1 < 2', scopeOf())).toBe(true);
    expect(errorOf(() => evaluateCondition('queue.acwSettings.timeoutMs', scopeOf())).code).toBe('SB2506');
  });
});

describe('a runaway expression', () => {
  const objects = Array.from({ length: 3000 }, (_, index) => ({ name: `q${index}`, n: index }));
  const many = scopeOf({ text: 'x'.repeat(1000) }, { q: objects });

  test.each([
    [
      'nested exists',
      'resources("q").exists(a, resources("q").exists(b, resources("q").exists(c, a.n + b.n + c.n < 0)))',
    ],
    ['two levels', 'resources("q").all(a, !resources("q").exists(b, b.n == -1))'],
    [
      'swallowed by ||',
      'resources("q").exists(a, resources("q").exists(b, b.n < 0) || resources("q").exists(b, b.n < -1)) || true',
    ],
    ['loops over literals', `${'[0,1,2,3,4,5,6,7,8,9].all(x, '.repeat(8)}true${')'.repeat(8)}`],
    [
      'comparison of shared structures',
      `${'[1]'}${'.map(x, [x, x])'.repeat(40)} == ${'[1]'}${'.map(x, [x, x])'.repeat(40)}`,
    ],
    [
      'comparison of shared maps',
      `${'[1]'}${'.map(x, {"a": x, "b": x})'.repeat(40)} == ${'[1]'}${'.map(x, {"a": x, "b": x})'.repeat(40)}`,
    ],
  ])('is stopped and named: %s', (_, source) => {
    const error = errorOf(() => evaluate(source, many));

    expect(error.code).toBe('SB2503');
    expect(error.message).toContain(source.slice(0, 20));
  });

  test.each([
    ['a text that doubles', `["ab"]${'.map(x, x + x)'.repeat(40)}`, 'SB2502'],
    ['replacing nothing with much', 'text.replace("", text.replace("", text))', 'SB2502'],
    ['joining', `["a"]${'.map(x, [x, x].join(text))'.repeat(20)}`, 'SB2502'],
    ['a result that is shared many times', `[1]${'.map(x, [x, x])'.repeat(40)}`, 'SB2505'],
    ['a long source', `1${' + 1'.repeat(4000)}`, 'SB2504'],
    ['deep nesting', `${'('.repeat(4000)}1${')'.repeat(4000)}`, 'SB2504'],
  ])('can not fill the memory: %s', (_, source, code) => {
    expect(errorOf(() => evaluate(source, many)).code).toBe(code);
  });

  test('shares a budget among evaluations that are given the same one', () => {
    const scope = { ...scopeOf({}, { q: objects }), budget: createStepBudget(20_000) };
    const evaluateOnce = (): Json => evaluateExpression('resources("q").exists(a, a.n < 0)', scope);

    expect(evaluateOnce()).toBe(false);
    expect(errorOf(() => Array.from({ length: 5 }, evaluateOnce)).code).toBe('SB2503');
  });
});
