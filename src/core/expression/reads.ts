import type { ExpressionPlace } from '../diagnostic/text-place.ts';
import type { ExpressionReads } from './find-reads.ts';
import { prepareOrThrow } from './prepare.ts';

/** What the expression reads. Throws SB2501, SB2504 or SB2507 when it can not be read. */
export function readsOfExpression(source: string, where?: ExpressionPlace): ExpressionReads {
  return prepareOrThrow(source, where).reads;
}
