import { describe, expect, test } from 'vitest';
import { checkExpression } from './check.ts';
import type { ValueKind } from './infer-kind.ts';

const kindOf = (chain: readonly string[]): ValueKind => (chain.join('.') === 'inputs.factor' ? 'number' : 'any');
const names = ['inputs', 'queue'];

function problemsOf(source: string, wanted: ValueKind = 'boolean'): readonly string[] {
  return checkExpression(source, undefined, names, { kindOf, wanted }).map(
    ({ code, summary }) => `${code} ${summary.split(': ').slice(1).join(': ')}`,
  );
}

describe('an expression that no data can make right', () => {
  test.each<[string, string]>([
    ['inputs.factor', 'SB2506 it gives a number, not true or false'],
    ['"yes"', 'SB2506 it gives a text, not true or false'],
    ['resources("routing_queue")', 'SB2506 it gives a list, not true or false'],
    ['queue.name + "x"', 'SB2506 it gives a text, not true or false'],
    ['inputs.factor && true', 'SB2502 a number stands where true or false is needed'],
    ['!queue.name.size() == 1', 'SB2502 a number stands where true or false is needed'],
    ['"a" < 2', 'SB2502 a text and a number have no order'],
    ['inputs.factor + "x" == "2x"', 'SB2502 a number and a text can not be added; string(…) makes a text'],
    ['"a" * 2 == 4', 'SB2502 a text stands where a number is needed'],
    ['(inputs.factor ? 1 : 2) == 1', 'SB2502 a number stands where true or false is needed'],
    ['inputs.factor.exists(x, x)', 'SB2502 a number is no list to go through'],
    ['resources("t").all(q, q.name + "x")', 'SB2502 a text stands where true or false is needed'],
  ])('%s is told without any', (source, problem) => {
    expect(problemsOf(source)).toEqual([problem]);
  });
});

describe('an expression that data can make right', () => {
  test.each<[string, ValueKind]>([
    ['queue.name == "x"', 'boolean'],
    ['queue.enabled', 'boolean'],
    ['has(queue.acw.timeoutMs) && queue.acw.timeoutMs * inputs.factor > 1.5', 'boolean'],
    ['resources("t").filter(q, q.a > 1).size() > 2', 'boolean'],
    ['resources("t").exists_one(q, q.a)', 'boolean'],
    ['queue.a ? queue.b : queue.c', 'boolean'],
    ['resources("t").map(q, q.name)', 'list'],
    ['["a"] + queue.list', 'list'],
    ['min(queue.a, inputs.factor * 2)', 'number'],
    ['"a" + queue.name', 'text'],
    ['timestamp(queue.at) + duration("1h") > timestamp(queue.at)', 'boolean'],
    ['"x" in queue.names', 'boolean'],
    ['{"a": 1}.a == 1', 'boolean'],
  ])('%s is left alone', (source, wanted) => {
    expect(problemsOf(source, wanted)).toEqual([]);
  });
});
