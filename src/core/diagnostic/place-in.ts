import type { SourceLocation } from './diagnostic.ts';
import { expressionPlace, type ExpressionPlace, type TextSpans, type ValuePlace } from './text-place.ts';

/** Something an author wrote whose texts are known by JSON pointers: an action, a test. */
export interface Placed {
  readonly source: SourceLocation;
  readonly spans?: TextSpans | undefined;
}

/** Where a part of it stands, by its JSON pointer (`/set`), for the errors of its expressions. */
export function placeIn({ source, spans }: Placed, pointer: string): ValuePlace {
  return { ...source, spans, pointer };
}

/** Where a text of it stands that is an expression as a whole. */
export function conditionPlace(owner: Placed, pointer: string): ExpressionPlace {
  return expressionPlace(placeIn(owner, pointer), '');
}
