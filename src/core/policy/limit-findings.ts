import type { Diagnostic } from '../diagnostic/diagnostic.ts';

/** As many as anybody reads; a rule that objects to thousands of objects is one problem, not thousands. */
const mostPerCode = 100;

/** At most 100 findings of each code and severity; the last one says how many more there are. Order is kept. */
export function limitFindings(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const totals = new Map<string, number>();
  for (const finding of findings) totals.set(kindOf(finding), (totals.get(kindOf(finding)) ?? 0) + 1);
  const seen = new Map<string, number>();
  return findings.flatMap((finding) => {
    const kind = kindOf(finding);
    const count = (seen.get(kind) ?? 0) + 1;
    seen.set(kind, count);
    const left = (totals.get(kind) ?? 0) - count;
    if (count < mostPerCode || (count === mostPerCode && left === 0)) return [finding];
    return count === mostPerCode ? [{ ...finding, detail: `${finding.detail} ${left} more like this.` }] : [];
  });
}

function kindOf({ code, severity }: Diagnostic): string {
  return `${code} ${severity}`;
}
