import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { matchesGlob } from '../text/glob.ts';
import type { Waiver } from './policy-settings.ts';

/** The findings with those that a waiver covers on the day of `asOf` turned into information, each saying why. */
export function applyWaivers(
  findings: readonly Diagnostic[],
  waivers: readonly Waiver[],
  asOf: string,
): readonly Diagnostic[] {
  if (waivers.length === 0) return findings;
  const today = asOf.slice(0, 10);
  return findings.map((finding) => {
    const fitting = waivers.filter((waiver) => covers(waiver, finding));
    const valid = fitting.find(({ until }) => today <= until);
    if (valid !== undefined)
      return {
        ...finding,
        severity: 'info',
        detail: `${finding.detail} Waived until ${valid.until} (${valid.reason}).`,
      };
    const [past] = fitting;
    return past === undefined
      ? finding
      : { ...finding, detail: `${finding.detail} Its waiver ran out on ${past.until} (${past.reason}).` };
  });
}

function covers(waiver: Waiver, finding: Diagnostic): boolean {
  if (waiver.check !== finding.code) return false;
  return (
    waiver.address === undefined || (finding.address !== undefined && matchesGlob(waiver.address, finding.address))
  );
}
