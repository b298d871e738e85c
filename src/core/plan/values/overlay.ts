import { isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { formatPath, valueAt, withValueAt, type FieldPath } from '../../json/path.ts';
import type { ListRule } from '../../resource/descriptor.ts';
import { applyListOperator, isListOperator } from '../../resource/list/list-operators.ts';
import { isLeaf } from '../../resource/reference.ts';

/** A document with values laid over it, and the paths that were declared. */
export interface Overlaid {
  readonly document: JsonObject;
  readonly paths: readonly FieldPath[];
  /** Operators that do not fit what is there, each one sentence; the document is as if they were not written. */
  readonly problems: readonly string[];
}

/**
 * Lays linked values over a document: objects merge, everything else replaces. `{ $include: [...] }` and
 * `{ $exclude: [...] }` add to and take from a list, `{ $replace: value }` replaces an object as a whole, `null` clears.
 */
export function overlay(
  document: JsonObject,
  values: JsonObject,
  ruleAt: (path: FieldPath) => ListRule | undefined = () => undefined,
): Overlaid {
  const paths: FieldPath[] = [];
  const problems: string[] = [];
  let result = document;
  const visit = (value: JsonObject, at: FieldPath): void => {
    for (const [name, inner] of Object.entries(value)) {
      const path = [...at, name];
      const current = valueAt(result, path);
      const given = resolveOperators(inner, current, ruleAt(path));
      if (typeof given === 'object' && given !== null && 'problem' in given) {
        problems.push(`${formatPath(path)}: ${given.problem}.`);
        continue;
      }
      // An object that says nothing merges too: what is there stays.
      const merges =
        isJsonObject(inner) && (Object.keys(inner).length > 0 || (isJsonObject(current) && !isLeaf(current)));
      if (given === undefined && merges) visit(inner, path);
      else {
        result = withValueAt(result, path, given === undefined ? inner : given.value);
        paths.push(path);
      }
    }
  };
  visit(values, []);
  return { document: result, paths, problems };
}

/** The value that replaces what is there, or undefined for an object that merges. */
function resolveOperators(
  value: Json,
  current: Json | undefined,
  rule: ListRule | undefined,
): { readonly value: Json } | { readonly problem: string } | undefined {
  if (isLeaf(value) || !isJsonObject(value)) return { value };
  const replacement = value['$replace'];
  if (replacement !== undefined) {
    const other = Object.keys(value).find((name) => name !== '$replace');
    return other === undefined ? { value: replacement } : { problem: `${other} stands beside $replace` };
  }
  if (!isListOperator(value)) return undefined;
  const applied = applyListOperator(value, current, rule);
  return 'problem' in applied ? applied : { value: applied.list };
}
