import { formatPath, isJsonObject, type FieldPath, type Json, type JsonObject } from '../../core/index.ts';
import type { Step } from '../../core/plan/index.ts';
import { isLeaf } from '../../core/resource/index.ts';
import { foldRows } from '../text/fold.ts';
import type { Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';

/** One field of a step as people read it. `before` is absent for what is new, `after` for what goes. */
export interface FieldLine {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
}

/** Every field that a step changes, gives or takes away, in path order of the plan. */
function fieldLinesOf(step: Step): readonly FieldLine[] {
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

/** A document that is made or taken away is shown by this many of its fields; changes are always shown whole. */
const fieldsShown: Readonly<Record<Step['kind'], number>> = {
  create: 12,
  delete: 5,
  update: Infinity,
  rename: Infinity,
  noop: 0,
};

/** The fields of a step that are shown, and how many are left out; every one on an unfolded screen. */
export function foldFields(
  step: Step,
  unfolded: boolean,
): { readonly shown: readonly FieldLine[]; readonly hidden: number } {
  return foldRows({ unfolded }, fieldLinesOf(step), fieldsShown[step.kind]);
}

/** The fields of a step as rows on the screen: path, then value or `before → after`. */
export function fieldTable(screen: Screen, step: Step): readonly string[] {
  const { shown, hidden } = foldFields(step, screen.unfolded);
  const rows = shown.map(({ path, before, after }) => [path, valueText(before, after)]);
  const folded = hidden === 0 ? [] : [`      … and ${hidden} more fields; --verbose shows all`];
  return [...renderTable(screen, rows, { indent: 6, leading: true }), ...folded];
}

function valueText(before: string | undefined, after: string | undefined): string {
  return before === undefined || after === undefined ? (after ?? before ?? '') : `${before} → ${after}`;
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
