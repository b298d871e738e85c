import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { valueAt, type FieldPath } from '../json/path.ts';
import { isLeaf } from '../resource/reference.ts';
import { hasValue } from './equal-values.ts';
import type { JudgeInput, Overlap } from './judge.ts';

/**
 * Fields of the live document that are not as expected, each as deep as possible, in the descriptor's order. Content, fields
 * that reading hides, and what lies at or below an exempt path are left out; defaults count as values.
 */
export function movedFields(input: JudgeInput, expected: JsonObject, exempt: readonly FieldPath[]): readonly Overlap[] {
  const { descriptor } = input;
  return descriptor.fields
    .filter((name) => name !== descriptor.content?.field)
    .flatMap((name) => movedAt(input, expected, [name], exempt));
}

/** The paths of the innermost values of a document: what it declares. */
export function declaredPaths(value: Json, path: FieldPath = []): readonly FieldPath[] {
  if (isLeaf(value) || !isJsonObject(value)) return [path];
  return Object.entries(value).flatMap(([name, inner]) => declaredPaths(inner, [...path, name]));
}

function movedAt(
  input: JudgeInput,
  expected: JsonObject,
  path: FieldPath,
  exempt: readonly FieldPath[],
): readonly Overlap[] {
  if (exempt.some((other) => isWithin(path, other))) return [];
  const [wanted, actual] = [valueAt(expected, path), valueAt(input.document, path)];
  if (hasValue(input.texts, input.descriptor, input.document, { path, value: wanted })) return [];
  const isDeeper = (isOpen(wanted) || isOpen(actual)) && isOpenOrAbsent(wanted) && isOpenOrAbsent(actual);
  const isExemptBelow = exempt.some((other) => isWithin(other, path));
  if (!isDeeper || (wanted === undefined && !isExemptBelow)) return [{ path, expected: wanted, actual }];
  const names = new Set([...namesIn(wanted), ...namesIn(actual)]);
  return [...names].toSorted().flatMap((name) => movedAt(input, expected, [...path, name], exempt));
}

function isWithin(path: FieldPath, outer: FieldPath): boolean {
  return outer.length <= path.length && outer.every((part, index) => part === path[index]);
}

function isOpen(value: Json | undefined): boolean {
  return value !== undefined && !isLeaf(value) && isJsonObject(value);
}

function isOpenOrAbsent(value: Json | undefined): boolean {
  return value === undefined || value === null || isOpen(value);
}

function namesIn(value: Json | undefined): readonly string[] {
  return isJsonObject(value) ? Object.keys(value) : [];
}
