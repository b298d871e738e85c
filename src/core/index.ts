/**
 * Every decision of Signalbox as functions of values. No clock, no randomness, no input or output, no Node: what goes
 * in is an argument, what comes out is data.
 */
export { isJsonArray, isJsonObject, type Json, type JsonObject } from './json/json.ts';
export { canonicalJson, digestJson, digestText, isSameJson } from './json/canonical-json.ts';
export { arePathsOverlapping, formatPath, mapPattern, valueAt, withValueAt, type FieldPath } from './json/path.ts';
export { planErrorCodes, type PlanErrorCode } from './errors.ts';
export { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from './error.ts';
export { hasErrors, type Diagnostic, type Severity, type SourceLocation } from './diagnostic/diagnostic.ts';
export { formatAddress, parseAddress, type Address } from './resource/address.ts';
export type * from './resource/api-rules.ts';
export type * from './resource/descriptor.ts';
export type { Contents, LiveObject } from './resource/live-object.ts';
export { contentDigestOf, isLeaf, isLinkedReference, mapReferences, referencesIn, refOf } from './resource/reference.ts';
export { fingerprint, isSameField, normaliseDocument, referencedType, toDocument, withDefaults } from './resource/canonical-form.ts';
export { toCreateBody, toUpdateBody, type ResolveHandle } from './resource/wire-form.ts';
export { comparableKey, keyOfDocument, type KeyOfHandle } from './resource/key.ts';
export type * from './resource/snapshot.ts';
export type * from './changeset/changeset.ts';
export type * from './environment/environment.ts';
export type * from './baseline/baseline.ts';
export type * from './plan/plan.ts';
export { nearestName } from './text/nearest-name.ts';
export { mapAddress } from './mapping/map-address.ts';
export type { ExpressionScope } from './expression/scope.ts';
export { createStepBudget, type StepBudget } from './expression/step-budget.ts';
export { checkExpression } from './expression/check.ts';
export { evaluateCondition, evaluateExpression } from './expression/evaluate.ts';
export { readsOfExpression } from './expression/reads.ts';
export { escapeInterpolation, interpolate, interpolationsOf } from './expression/interpolation.ts';
export type { ExpressionReads } from './expression/find-reads.ts';
export { expressionErrorCodes, type ExpressionErrorCode } from './expression/errors.ts';
