import type { Diagnostic, SourceLocation } from '../diagnostic/diagnostic.ts';
import { placeOfOffset, type ExpressionPlace } from '../diagnostic/text-place.ts';
import { SignalboxError } from '../error.ts';
import { expressionErrorCodes, type ExpressionErrorCode } from './errors.ts';

/** What is wrong with an expression, and where in it (`offset` counts UTF-16 units from 0). */
export interface ExpressionProblem {
  readonly code: ExpressionErrorCode;
  readonly source: string;
  readonly offset: number;
  readonly reason: string;
}

/**
 * The error of a problem. Its context holds `expression`, `line` and `column` inside the expression, `detail` (the line
 * with a caret under the place), and `file`, `fileLine` and `fileColumn` as far as it is known where the author wrote it.
 */
export function expressionError(
  problem: ExpressionProblem,
  where?: ExpressionPlace,
): SignalboxError<ExpressionErrorCode> {
  const place = placeOf(problem.source, problem.offset);
  const found = where === undefined ? undefined : placeOfOffset(where, problem.offset);
  const inside = found?.isExact === true ? '' : `, line ${place.line}, column ${place.column}`;
  return new SignalboxError({
    code: problem.code,
    message: `${placeInFile(found)}expression \`${shorten(problem.source)}\`${inside}: ${problem.reason}`,
    remedy: expressionErrorCodes[problem.code].remedy,
    context: {
      expression: problem.source,
      reason: problem.reason,
      line: place.line,
      column: place.column,
      detail: caretText(problem.source, problem.offset),
      ...(found === undefined
        ? {}
        : {
            file: found.file,
            ...(found.line === undefined ? {} : { fileLine: found.line }),
            ...(found.isExact && found.column !== undefined ? { fileColumn: found.column } : {}),
          }),
    },
  });
}

/** The problem as a diagnostic: the reason as summary, the expression with a caret under the place as detail. */
export function expressionDiagnostic(problem: ExpressionProblem, where?: ExpressionPlace): Diagnostic {
  const place = placeOf(problem.source, problem.offset);
  const { isExact = false, ...found } = where === undefined ? {} : placeOfOffset(where, problem.offset);
  const caret = caretText(problem.source, problem.offset);
  return {
    code: problem.code,
    severity: 'error',
    summary: `${expressionErrorCodes[problem.code].summary.slice(0, -1)}: ${problem.reason}`,
    detail: isExact ? caret : `line ${place.line}, column ${place.column} of the expression:\n${caret}`,
    remedy: expressionErrorCodes[problem.code].remedy,
    ...('file' in found ? { source: found } : {}),
  };
}

function placeInFile(where: (SourceLocation & { readonly isExact?: boolean }) | undefined): string {
  if (where === undefined) return '';
  const column = where.isExact === true && where.column !== undefined ? `:${where.column}` : '';
  return where.line === undefined ? `${where.file}: ` : `${where.file}:${where.line}${column}: `;
}

function placeOf(source: string, offset: number): { line: number; column: number } {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function caretText(source: string, offset: number): string {
  const start = source.lastIndexOf('\n', offset - 1) + 1;
  const end = source.indexOf('\n', start);
  const line = source.slice(start, end === -1 ? undefined : end);
  const from = Math.max(0, offset - start - 60);
  const shown = line.slice(from, from + 120).replaceAll('\t', ' ');
  return `${shown}\n${' '.repeat(offset - start - from)}^`;
}

function shorten(source: string): string {
  const line = source.replaceAll(/\s+/gu, ' ').trim();
  return line.length <= 100 ? line : `${line.slice(0, 97)}…`;
}
