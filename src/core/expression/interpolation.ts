import { expressionPlace, type ExpressionPlace, type ValuePlace } from '../diagnostic/text-place.ts';
import { isJsonArray, type Json } from '../json/json.ts';
import type { FieldPath } from '../json/path.ts';
import { evaluateExpression } from './evaluate.ts';
import { expressionError } from './expression-error.ts';
import type { ExpressionScope } from './scope.ts';
import { templateOf, type Template } from './template.ts';

/** Told of every text that was computed: the way to it, the text as written, and what it gave. */
export type NoteComputed = (path: FieldPath, text: string, value: Json) => void;

/**
 * The value with every `${…}` in its texts computed. A text that is wholly one `${…}` becomes the typed value; otherwise
 * the values are put into the text. `$${` stands for `${`. Property names are taken as they are.
 * Errors: those of `evaluateExpression`; SB2501 for a `${` without end; SB2505 for null, lists and objects inside text.
 */
export function interpolate(value: Json, scope: ExpressionScope, where?: ValuePlace, note?: NoteComputed): Json {
  return render(templateOf(value, where), { scope, where, note });
}

/** The text written so that interpolation gives it back as it is. */
export function escapeInterpolation(text: string): string {
  return text.split('${').join('$${');
}

/** An expression inside a text, and where it stands as far as the place of the value tells. */
export interface PlacedExpression {
  readonly source: string;
  readonly where: ExpressionPlace | undefined;
  /** True when the text holds nothing else, so that the value keeps its kind. */
  readonly isWhole: boolean;
  readonly path: FieldPath;
}

/** The sources of all expressions in the texts of a value, in order. Throws SB2501 for a `${` without end. */
export function interpolationsOf(value: Json): readonly string[] {
  return placedExpressionsOf(value).map(({ source }) => source);
}

/** As `interpolationsOf`, with where each of them stands. */
export function placedExpressionsOf(value: Json, where?: ValuePlace): readonly PlacedExpression[] {
  return expressionsIn(templateOf(value, where), where);
}

interface Rendering {
  readonly scope: ExpressionScope;
  readonly where: ValuePlace | undefined;
  readonly note: NoteComputed | undefined;
}

function render(template: Template, rendering: Rendering): Json {
  switch (template.kind) {
    case 'fixed':
      return template.value;
    case 'list':
      return template.items.map((item) => render(item, rendering));
    case 'object':
      return Object.fromEntries(template.entries.map(([name, item]) => [name, render(item, rendering)]));
    case 'text': {
      const value = renderText(template, rendering);
      rendering.note?.(template.path, template.text, value);
      return value;
    }
    default:
      return template satisfies never;
  }
}

function renderText({ parts, pointer }: Template & { readonly kind: 'text' }, { scope, where }: Rendering): Json {
  const placeAt = (start: number): ExpressionPlace | undefined =>
    where === undefined ? undefined : expressionPlace(where, pointer, start);
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'expression')
    return evaluateExpression(first.source, scope, placeAt(first.start));
  return parts
    .map((part) => (part.kind === 'text' ? part.text : textOf(part.source, scope, placeAt(part.start))))
    .join('');
}

function textOf(source: string, scope: ExpressionScope, where?: ExpressionPlace): string {
  const value = evaluateExpression(source, scope, where);
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
  const kind = value === null ? 'null' : isJsonArray(value) ? 'a list' : 'an object';
  throw expressionError(
    { code: 'SB2505', source, offset: 0, reason: `it gives ${kind}, which can not stand inside a text` },
    where,
  );
}

function expressionsIn(template: Template, where: ValuePlace | undefined): readonly PlacedExpression[] {
  switch (template.kind) {
    case 'fixed':
      return [];
    case 'list':
      return template.items.flatMap((item) => expressionsIn(item, where));
    case 'object':
      return template.entries.flatMap(([, item]) => expressionsIn(item, where));
    case 'text': {
      const { parts, pointer, path } = template;
      return parts.flatMap((part) =>
        part.kind === 'text'
          ? []
          : [
              {
                source: part.source,
                where: where === undefined ? undefined : expressionPlace(where, pointer, part.start),
                isWhole: parts.length === 1,
                path,
              },
            ],
      );
    }
    default:
      return template satisfies never;
  }
}
