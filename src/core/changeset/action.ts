import type { SourceLocation } from '../diagnostic/diagnostic.ts';
import type { TextSpans } from '../diagnostic/text-place.ts';
import type { Json, JsonObject } from '../json/json.ts';

/** The resource an action means: type and key parts, in which `${…}` may stand. */
export interface Target {
  readonly type: string;
  readonly key: readonly string[];
}

interface ActionBase {
  /** Where the author wrote it. Left out of digests. */
  readonly source: SourceLocation;
  /**
   * Where its texts with expressions stand, by their way in the action: `/target/key/0`, `/set/description`, `/where`. Left out
   * of digests.
   */
  readonly spans?: TextSpans | undefined;
  /** Environments it applies to; absent: all. */
  readonly environments?: readonly string[] | undefined;
  /** A condition (CEL) without which it is skipped. */
  readonly when?: string | undefined;
}

interface WriteBase extends ActionBase {
  readonly target: Target;
  /** The document that `from: config` names, references as `{ $ref }`, content as `{ $content: digest, substitutions? }`. */
  readonly document?: JsonObject | undefined;
  /** Laid over the document. */
  readonly set?: JsonObject | undefined;
}

/** Create, or update to match: `document` (from config/) overlaid with `set`. */
export interface EnsureAction extends WriteBase {
  readonly kind: 'ensure';
}

/** Make the object; it is an error when it is there already. */
export interface CreateAction extends WriteBase {
  readonly kind: 'create';
}

/** Change the object; it is an error when it is not there. */
export interface UpdateAction extends WriteBase {
  readonly kind: 'update';
}

/** An action that gives one named object values. */
export type WriteAction = EnsureAction | CreateAction | UpdateAction;

/** Remove the object; absent already is fine. */
export interface DeleteAction extends ActionBase {
  readonly kind: 'delete';
  readonly target: Target;
}

/** Give the object another name and keep its id. */
export interface RenameAction extends ActionBase {
  readonly kind: 'rename';
  readonly target: Target;
  /** The new last key part. */
  readonly to: string;
}

/** How many matches are right; each a number, or a text whose `${…}` gives one. */
export interface ExpectedCount {
  readonly min?: number | string | undefined;
  readonly max?: number | string | undefined;
}

/**
 * Do something to every object of the target that matches. Which objects match, and what `set` and `rename` give them, is
 * settled before the first of them changes; then for each in turn: `set`, `rename`, the actions of `do`, `delete`.
 */
export interface ForEachAction extends ActionBase {
  readonly kind: 'forEach';
  readonly type: string;
  /** The variable that holds the object in everything below. */
  readonly as: string;
  readonly where?: string | undefined;
  /** Without it at least one. */
  readonly expect?: ExpectedCount | undefined;
  readonly set?: JsonObject | undefined;
  /** The new last key part of each. */
  readonly rename?: string | undefined;
  readonly delete?: true | undefined;
  readonly do?: readonly Action[] | undefined;
}

/** Do something for every value of a list. */
export interface ForEachValueAction extends ActionBase {
  readonly kind: 'forEachValue';
  /** A list, or a text whose `${…}` gives one. */
  readonly in: Json;
  /** The variable that holds the value in everything below. */
  readonly as: string;
  readonly where?: string | undefined;
  /** Without it any number. */
  readonly expect?: ExpectedCount | undefined;
  readonly do: readonly Action[];
}

/** A variable for the actions after it; inside an iterator, for those of the same round. */
export interface LetAction extends ActionBase {
  readonly kind: 'let';
  readonly name: string;
  readonly value: Json;
}

/** What the author wrote, one meaning each, in order. */
export type Action = WriteAction | DeleteAction | RenameAction | ForEachAction | ForEachValueAction | LetAction;

/** The actions inside an action, in order; none for one that is no iterator. */
export function innerActions(action: Action): readonly Action[] {
  return action.kind === 'forEach' || action.kind === 'forEachValue' ? (action.do ?? []) : [];
}

/** The action with other actions inside. Precondition: it has as many already. */
export function withInnerActions(action: Action, inner: readonly Action[]): Action {
  if (inner.length === 0) return action;
  return action.kind === 'forEach' || action.kind === 'forEachValue' ? { ...action, do: inner } : action;
}
