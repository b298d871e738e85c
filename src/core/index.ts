/**
 * Every decision of Signalbox as functions of values. No clock, no randomness, no input or output, no Node: what goes
 * in is an argument, what comes out is data.
 */
export type { Baseline, BaselineEntry, BaselineField } from './baseline/baseline.ts';
export type { Artifact, ArtifactOrigin, ChangeMetadata, Changeset } from './changeset/changeset.ts';
export type { Action, CreateAction, DeleteAction, EnsureAction, ForEachAction } from './changeset/action.ts';
export type { ForEachValueAction, LetAction, RenameAction, Target, UpdateAction } from './changeset/action.ts';
export { innerActions, withInnerActions, type ExpectedCount, type WriteAction } from './changeset/action.ts';
export type { ChangeTest, TestValue } from './changeset/change-test.ts';
export { hasErrors, type Diagnostic, type Severity, type SourceLocation } from './diagnostic/diagnostic.ts';
export { pointerPart, type TextSpan, type TextSpans, type TextTurn } from './diagnostic/text-place.ts';
export type { AddressMapping, AddressPin, ApiBudget, EnvironmentRules } from './environment/environment.ts';
export type { LabelSelector, OwnershipRule, PlanLimits } from './environment/environment.ts';
export type { RollbackCheck, RollbackRules } from './environment/environment.ts';
export type { DeclaredException, OwnedObjects, ValueMapping } from './environment/environment.ts';
export { describeForeignOrganisation } from './environment/foreign-organisation.ts';
export { ownerOf } from './environment/owner-of.ts';
export { recordedId } from './environment/recorded-name.ts';
export { isExpired } from './exception/exceptions.ts';
export { SignalboxError, type ErrorCodeMeaning, type ErrorContext } from './error.ts';
export { canonicalJson, digestJson, digestText, isSameJson } from './json/canonical-json.ts';
export { isJsonArray, isJsonObject, type Json, type JsonObject } from './json/json.ts';
export { arePathsOverlapping, formatPath, mapPattern, parsePattern } from './json/path.ts';
export { valueAt, withValueAt, type FieldPath } from './json/path.ts';
export { mapAddress, mapValues } from './mapping/index.ts';
export { starsIn } from './text/glob.ts';
export { nearestName } from './text/nearest-name.ts';
export { isSecretByName, looksLikeSecret, withoutSecrets } from './text/plain-secret.ts';
export { createTextTable, type TextTable } from './text/text-table.ts';
