/** What the command line ends with; scripts branch on these. Documented in `signalbox --help`. */
export const exitCodes = {
  fine: 0,
  error: 1,
  /** There are changes or drift; only with `--detailed-exitcode`. */
  changes: 2,
  policyDenied: 3,
  approvalMissing: 4,
  /** The decision changed since it was approved, or drift is in the way. */
  decisionChanged: 5,
  /** Applied in part: compensated, held, or stopped half-way. */
  partial: 6,
  timeout: 7,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
