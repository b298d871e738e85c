import type { SourceLocation } from './diagnostic.ts';

/** Where the characters of a text from `offset` on stand in its file; line and column count from 1. */
export interface TextTurn {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** Where a text stands that an author wrote, character by character. */
export interface TextSpan {
  /** The file it stands in, where that is not the file of what it belongs to. */
  readonly file?: string | undefined;
  /** In order; a new one wherever the text goes on in another line, or after something that is not part of it. */
  readonly turns: readonly TextTurn[];
}

/** Where the texts of a value stand, by the way to them as a JSON pointer: `/set/description`. */
export type TextSpans = Readonly<Record<string, TextSpan>>;

/** Where a value stands whose texts may hold expressions. */
export interface ValuePlace extends SourceLocation {
  readonly spans?: TextSpans | undefined;
  /** JSON pointer of the value among the spans. */
  readonly pointer?: string | undefined;
}

/** Where an expression stands. With a span, every character of it has a place. */
export interface ExpressionPlace extends SourceLocation {
  readonly span?: TextSpan | undefined;
  /** Where in the text of the span the expression begins. */
  readonly start?: number | undefined;
}

/** The place of a text below the value at `place`. */
export function expressionPlace(place: ValuePlace, below: string, start = 0): ExpressionPlace {
  const { file, line, column, spans, pointer = '' } = place;
  const span = spans?.[pointer + below];
  return { file, ...(line === undefined ? {} : { line }), ...(column === undefined ? {} : { column }), span, start };
}

/** Where a character of the expression stands: exactly where a span tells, else where the expression's owner stands. */
export function placeOfOffset(place: ExpressionPlace, offset: number): SourceLocation & { readonly isExact: boolean } {
  const at = (place.start ?? 0) + offset;
  const turn = place.span?.turns.findLast((candidate) => candidate.offset <= at);
  if (turn === undefined) {
    const { file, line, column } = place;
    return {
      file,
      ...(line === undefined ? {} : { line }),
      ...(column === undefined ? {} : { column }),
      isExact: false,
    };
  }
  const file = place.span?.file ?? place.file;
  return { file, line: turn.line, column: turn.column + at - turn.offset, isExact: true };
}

/** A name as a part of a JSON pointer (RFC 6901). */
export function pointerPart(name: string | number): string {
  return `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
