import { readsOfExpression } from '../../../expression/reads.ts';
import { interpolationsOf } from '../../../expression/interpolation.ts';
import { isJsonArray, isJsonObject, type Json } from '../../../json/json.ts';
import { defineCheck } from '../../policy-check.ts';

/** Properties of actions and tests that are expressions without `${…}`. */
const conditions: readonly string[] = ['where', 'when', 'assert'];
/** Properties that say where something stands. */
const places: readonly string[] = ['source', 'spans'];

/**
 * SB1112: every `env.values.x` in an expression has a value here, in tests and in branches that were not taken, too.
 * An expression guarded by has(…) or by the environment's name may read what is missing elsewhere.
 */
export const environmentValueMissing = defineCheck({
  code: 'SB1112',
  name: 'environment-value-missing',
  severity: 'error',
  looksAt: 'every `env.values.…` in the expressions of actions and tests, evaluated or not',
  run: ({ world, plan }) => {
    // Planning has stopped at such an expression already and said so.
    if (plan.diagnostics.some(({ code }) => code === 'SB2502')) return [];
    const { environment, artifact } = world.input;
    const { actions, tests } = artifact.changeset;
    const applying = actions.filter(({ environments }) => environments?.includes(environment.name) !== false);
    return [...applying, ...tests].flatMap((part) => {
      const expressions = expressionsIn(part as unknown as Json, '');
      const names = new Set(expressions.flatMap(valuesRead));
      return [...names]
        .filter((name) => !Object.hasOwn(environment.values, name))
        .map((name) => ({
          detail: `\`env.values.${name}\` is read, and ${environment.name} has no such value.`,
          source: part.source,
        }));
    });
  },
});

function expressionsIn(value: Json, name: string): readonly string[] {
  if (typeof value === 'string') return conditions.includes(name) ? [value] : interpolationsOrNothing(value);
  if (isJsonArray(value)) return value.flatMap((item) => expressionsIn(item, name));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => (places.includes(key) ? [] : expressionsIn(inner, key)));
}

function valuesRead(expression: string): readonly string[] {
  if (!expression.includes('env')) return [];
  try {
    const { chains } = readsOfExpression(expression);
    if (chains.some(([root, field]) => root === 'env' && field === 'name')) return [];
    return chains
      .flatMap(([root, field, name]) => (root === 'env' && field === 'values' && name !== undefined ? [name] : []))
      .filter((name) => !isAskedFor(name, expression));
  } catch {
    // A text that is no expression after all: a field of a document that is called like one.
    return [];
  }
}

function interpolationsOrNothing(text: string): readonly string[] {
  try {
    return interpolationsOf(text);
  } catch {
    return [];
  }
}

/** True when `has(…)` asks for the value or for something in it: `limit` is not asked for by `has(env.values.limits)`. */
function isAskedFor(name: string, expression: string): boolean {
  const bare = expression.replaceAll(/\s/gu, '');
  return [')', '.', '['].some((end) => bare.includes(`has(env.values.${name}${end}`));
}
