import type { Diagnostic, Severity } from '../../diagnostic/diagnostic.ts';

/** A finding that a policy test asks for; what is absent may be anything. */
export interface ExpectedFinding {
  readonly code: string;
  readonly address?: string | undefined;
  readonly severity?: Severity | undefined;
}

/** Where findings and expectations part; both empty when a test passes. */
export interface FindingDifference {
  readonly missing: readonly ExpectedFinding[];
  readonly unexpected: readonly Diagnostic[];
}

/** Pairs every finding with one expectation, the most precise first; what is left on either side is the difference. */
export function compareFindings(found: readonly Diagnostic[], expected: readonly ExpectedFinding[]): FindingDifference {
  const left = [...found];
  const missing = expected
    .toSorted((a, b) => precisionOf(b) - precisionOf(a))
    .filter((wanted) => {
      const index = left.findIndex((finding) => fits(wanted, finding));
      if (index >= 0) left.splice(index, 1);
      return index < 0;
    });
  return { missing, unexpected: left };
}

function fits({ code, address, severity }: ExpectedFinding, finding: Diagnostic): boolean {
  return (
    finding.code === code &&
    (address === undefined || finding.address === address) &&
    (severity === undefined || finding.severity === severity)
  );
}

function precisionOf({ address, severity }: ExpectedFinding): number {
  return (address === undefined ? 0 : 1) + (severity === undefined ? 0 : 1);
}
