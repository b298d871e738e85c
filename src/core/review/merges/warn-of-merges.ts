import type { Diagnostic } from '../../diagnostic/diagnostic.ts';
import { planErrorCodes } from '../../errors.ts';
import type { MergedField } from '../review.ts';

/** A warning for each object of which the plan writes over what somebody changed since the last deployment. */
export function warnOfMerges(merges: readonly MergedField[]): readonly Diagnostic[] {
  const { summary, remedy } = planErrorCodes.SB1060;
  const lost = merges.filter(({ outcome }) => outcome === 'overwritten' || outcome === 'conflict');
  return [...Map.groupBy(lost, ({ address }) => address)].map(([address, fields]) => ({
    code: 'SB1060',
    severity: 'warning',
    summary,
    detail: fields.map(({ text }) => text).join(' '),
    remedy,
    address,
  }));
}
