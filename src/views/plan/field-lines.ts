import { formatPath, isJsonArray, isJsonObject, type FieldPath, type Json, type JsonObject } from '../../core/index.ts';
import type { FieldChange, Step } from '../../core/plan/index.ts';
import { contentDigestOf, isLeaf } from '../../core/resource/index.ts';
import { foldRows } from '../text/fold.ts';
import { itemChanges, lineChanges, type PieceChanges } from '../text/piece-changes.ts';
import { formatValue } from '../text/value.ts';

/** One field of a step as people read it. `before` is absent for what is new, `after` for what goes. */
export interface FieldLine {
  readonly path: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  /** What of a list or of a text of several lines changes, where that says more than both values. */
  readonly pieces?: PieceChanges | undefined;
}

/** Texts that `{ $content: digest }` values name, as a plan has them. */
export type Texts = Readonly<Record<string, string>>;

/** A document that is made or taken away is shown by this many of its fields; changes are always shown whole. */
const fieldsShown: Readonly<Record<Step['kind'], number>> = {
  create: 12,
  delete: 5,
  update: Infinity,
  rename: Infinity,
  noop: 0,
};

/** The fields of a step that are shown, and how many are left out; every one when unfolded. */
export function foldFields(
  step: Step,
  texts: Texts,
  unfolded: boolean,
): { readonly shown: readonly FieldLine[]; readonly hidden: number } {
  return foldRows({ unfolded }, fieldLinesOf(step, texts), fieldsShown[step.kind]);
}

/** Every field that a step changes, gives or takes away, in path order of the plan. */
function fieldLinesOf(step: Step, texts: Texts): readonly FieldLine[] {
  switch (step.kind) {
    case 'create':
      return leavesOf(step.after).map(({ path, value }) => ({ path: formatPath(path), after: formatValue(value) }));
    case 'delete':
      return leavesOf(step.before).map(({ path, value }) => ({ path: formatPath(path), before: formatValue(value) }));
    case 'update':
    case 'rename':
      return step.changes.map((change) => changedField(change, texts));
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

function changedField({ path, before, after }: FieldChange, texts: Texts): FieldLine {
  const pieces = piecesOf(before, after, texts);
  return {
    path: formatPath(path),
    before: formatValue(before ?? undefined),
    after: formatValue(after),
    ...(pieces === undefined ? {} : { pieces }),
  };
}

function piecesOf(before: Json | undefined, after: Json, texts: Texts): PieceChanges | undefined {
  if (isJsonArray(before) && isJsonArray(after)) return itemChanges(before.map(formatValue), after.map(formatValue));
  const [then, now] = [textOf(before, texts), textOf(after, texts)];
  return then === undefined || now === undefined ? undefined : lineChanges(then, now);
}

function textOf(value: Json | undefined, texts: Texts): string | undefined {
  if (typeof value === 'string') return value;
  const digest = value === undefined ? undefined : contentDigestOf(value);
  return digest === undefined ? undefined : texts[digest];
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
