/** CEL expressions: checking, computing, and telling what they read. Nothing here knows what the values stand for. */
export { conditionPlace, placeIn } from '../diagnostic/place-in.ts';
export type { ExpressionPlace, ValuePlace } from '../diagnostic/text-place.ts';
export { checkExpression } from './check.ts';
export type { ExpressionErrorCode } from './errors.ts';
export type { ExpressionReads } from './find-reads.ts';
export { evaluateExpression } from './evaluate.ts';
export { escapeInterpolation, interpolate } from './interpolation.ts';
export { placedExpressionsOf, type PlacedExpression } from './interpolation.ts';
export { readsOfExpression } from './reads.ts';
export type { KindOfChain, ValueKind } from './infer-kind.ts';
export type { ExpressionScope } from './scope.ts';
export type { StepBudget } from './step-budget.ts';
