import {
  formatPath,
  isJsonObject,
  isLeaf,
  type FieldPath,
  type Json,
  type JsonObject,
  type Step,
} from '../../core/index.ts';
import { formatValue } from '../text/value.ts';

/** One field of a step as people read it. `before` is absent for what is new, `after` for what goes. */
export interface FieldLine {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Every field that a step changes, gives or takes away, in path order of the plan. */
export function fieldLinesOf(step: Step): readonly FieldLine[] {
  switch (step.kind) {
    case 'create':
      return leavesOf(step.after).map(({ path, value }) => ({ path: formatPath(path), after: formatValue(value) }));
    case 'delete':
      return leavesOf(step.before).map(({ path, value }) => ({ path: formatPath(path), before: formatValue(value) }));
    case 'update':
    case 'rename':
      return step.changes.map(({ path, before, after }) => ({
        path: formatPath(path),
        before: formatValue(before ?? undefined),
        after: formatValue(after),
      }));
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

/** What the step says of itself in one line, besides its fields: reason, place, undo, effect, requests. */
export function placeOf(step: Step): string {
  const { source } = step;
  if (source === undefined) return '';
  return source.line === undefined ? source.file : `${source.file}:${source.line}`;
}

function leavesOf(
  document: JsonObject,
  way: FieldPath = [],
): readonly { readonly path: FieldPath; readonly value: Json }[] {
  return Object.entries(document).flatMap(([name, value]) => {
    const path = [...way, name];
    return isJsonObject(value) && !isLeaf(value) && Object.keys(value).length > 0
      ? leavesOf(value, path)
      : [{ path, value }];
  });
}
