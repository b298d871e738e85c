import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { ExpressionPlace } from '../diagnostic/text-place.ts';
import { expressionDiagnostic } from './expression-error.ts';
import { findUnknownName, prepare } from './prepare.ts';

/**
 * What is wrong with the expression as far as its text tells; empty when nothing is. With `names`, variables other than
 * these are wrong too.
 */
export function checkExpression(source: string, where?: ExpressionPlace, names?: readonly string[]): Diagnostic[] {
  const prepared = prepare(source);
  if ('code' in prepared) return [expressionDiagnostic(prepared, where)];
  const unknown = names === undefined ? undefined : findUnknownName(prepared, names);
  return unknown === undefined ? [] : [expressionDiagnostic(unknown, where)];
}
