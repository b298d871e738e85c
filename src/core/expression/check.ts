import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { ExpressionPlace } from '../diagnostic/text-place.ts';
import { expressionDiagnostic } from './expression-error.ts';
import { inferKind, kindName, type KindOfChain, type ValueKind } from './infer-kind.ts';
import { findUnknownName, prepare } from './prepare.ts';

/** What is known of an expression before there is any data. */
export interface KnownKinds {
  /** Kinds of variables and what is below them; `any` where nothing is known. */
  readonly kindOf: KindOfChain;
  /** What the expression must give; absent: anything. */
  readonly wanted?: ValueKind | undefined;
}

/**
 * What is wrong with the expression as far as its text tells; empty when nothing is. With `names`, variables other than
 * these are wrong too; with `kinds`, also what no data can make right, such as a condition that gives a number.
 */
export function checkExpression(
  source: string,
  where?: ExpressionPlace,
  names?: readonly string[],
  kinds?: KnownKinds,
): Diagnostic[] {
  const prepared = prepare(source);
  if ('code' in prepared) return [expressionDiagnostic(prepared, where)];
  const unknown = names === undefined ? undefined : findUnknownName(prepared, names);
  if (unknown !== undefined) return [expressionDiagnostic(unknown, where)];
  if (kinds === undefined) return [];
  const { expression, offsets } = prepared.program;
  const { kind, problems } = inferKind(expression, kinds.kindOf);
  if (problems.length > 0)
    return problems.map(({ id, reason }) =>
      expressionDiagnostic({ code: 'SB2502', source, offset: offsets[String(id)] ?? 0, reason }, where),
    );
  const { wanted = 'any' } = kinds;
  if (wanted === 'any' || kind === 'any' || kind === wanted) return [];
  const code = wanted === 'boolean' ? 'SB2506' : 'SB2505';
  const reason = `it gives ${kindName(kind)}, not ${kindName(wanted)}`;
  return [expressionDiagnostic({ code, source, offset: 0, reason }, where)];
}
