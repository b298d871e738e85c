import {
  arePathsOverlapping,
  formatPath,
  isJsonObject,
  withValueAt,
  type BaselineField,
  type FieldPath,
  type Json,
  type JsonObject,
} from '../../core/index.ts';
import { isLeaf } from '../../core/resource/index.ts';

/** The leaf fields of a linked document, references and lists as one value each. */
export function fieldsOf(document: JsonObject): readonly BaselineField[] {
  return walk(document, []);
}

/** The fields with the new values in: a wider path takes over what is below it, a narrower one goes into it. */
export function mergeFields(
  fields: readonly BaselineField[],
  moved: readonly BaselineField[],
): readonly BaselineField[] {
  let merged = fields;
  for (const field of moved) merged = mergeOne(merged, field);
  return merged.toSorted((left, right) => (formatPath(left.path) < formatPath(right.path) ? -1 : 1));
}

function mergeOne(fields: readonly BaselineField[], field: BaselineField): readonly BaselineField[] {
  const above = fields.find(({ path }) => path.length < field.path.length && arePathsOverlapping(field.path, path));
  if (above !== undefined && isJsonObject(above.value)) {
    const value = withValueAt(above.value, field.path.slice(above.path.length), field.value);
    return fields.map((other) => (other === above ? { path: above.path, value } : other));
  }
  return [...fields.filter(({ path }) => !arePathsOverlapping(path, field.path)), field];
}

function walk(value: Json, path: FieldPath): readonly BaselineField[] {
  if (isLeaf(value) || !isJsonObject(value) || Object.keys(value).length === 0) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => walk(inner, [...path, name]));
}
