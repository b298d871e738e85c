import type { ExpressionPlace } from '../diagnostic/text-place.ts';
import type { Json } from '../json/json.ts';
import { toCelValue, toJsonValue, UnusableResult } from './cel/values.ts';
import { withEvaluation } from './cel/evaluation.ts';
import { expressionError, type ExpressionProblem } from './expression-error.ts';
import { findUnknownName, prepareOrThrow, type Prepared } from './prepare.ts';
import type { ExpressionScope } from './scope.ts';

/**
 * The value of the expression. Pure: same source and scope, same value.
 * Errors: SB2501 unreadable, SB2502 no value (missing field, wrong kinds), SB2503 too many steps, SB2504 too long,
 * SB2505 a result that JSON can not hold or that is too large, SB2507 unknown variable or function.
 */
export function evaluateExpression(source: string, scope: ExpressionScope, where?: ExpressionPlace): Json {
  const prepared = prepareOrThrow(source, where);
  const unknown = findUnknownName(prepared, Object.keys(scope.variables));
  if (unknown !== undefined) throw expressionError(unknown, where);
  const outcome = run(prepared, scope);
  if ('code' in outcome) throw expressionError(outcome, where);
  return outcome.value;
}

/** Whether the condition holds. Errors: as `evaluateExpression`, and SB2506 when it is neither true nor false. */
export function evaluateCondition(source: string, scope: ExpressionScope, where?: ExpressionPlace): boolean {
  const value = evaluateExpression(source, scope, where);
  if (typeof value === 'boolean') return value;
  throw expressionError(
    { code: 'SB2506', source, offset: 0, reason: `it gives ${kindOf(value)}, not true or false` },
    where,
  );
}

function run({ program, reads }: Prepared, scope: ExpressionScope): { readonly value: Json } | ExpressionProblem {
  const { source } = program;
  return withEvaluation(scope, ({ budget }) => {
    // No prototype: a variable must be one of the scope's own.
    const variables = Object.create(null) as Record<string, ReturnType<typeof toCelValue>>;
    for (const name of reads.variables) {
      if (Object.hasOwn(scope.variables, name)) variables[name] = toCelValue(scope.variables[name] ?? null);
    }
    const answer = program.run(variables);
    // Asked before the answer: `||` and exists(…) swallow errors, this one too.
    if (budget.left < 0)
      return { code: 'SB2503', source, offset: 0, reason: 'it was stopped because it takes too many steps' };
    if ('reason' in answer) return { code: 'SB2502', source, offset: answer.offset, reason: answer.reason };
    try {
      return { value: toJsonValue(answer.value) };
    } catch (error) {
      if (error instanceof UnusableResult) return { code: 'SB2505', source, offset: 0, reason: error.message };
      throw error;
    }
  });
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return 'a text';
  if (typeof value === 'number') return 'a number';
  return Array.isArray(value) ? 'a list' : 'an object';
}
