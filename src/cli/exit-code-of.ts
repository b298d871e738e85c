import { exitCodes, type ExitCode } from './exit-codes.ts';

const special: Readonly<Record<string, ExitCode>> = {
  // Nobody said yes.
  SB6002: exitCodes.approvalMissing,
  SB6013: exitCodes.approvalMissing,
  // What was decided is not what would be done, or somebody's edit, lock or later change stands in the way.
  SB3005: exitCodes.decisionChanged,
  SB3007: exitCodes.decisionChanged,
  SB3011: exitCodes.decisionChanged,
  // Rules of the environment.
  SB3100: exitCodes.policyDenied,
  SB3101: exitCodes.policyDenied,
  SB3102: exitCodes.policyDenied,
  SB3103: exitCodes.policyDenied,
  // A run of ours is neither here nor there.
  SB3003: exitCodes.partial,
  SB3004: exitCodes.partial,
  SB3008: exitCodes.partial,
  SB3023: exitCodes.partial,
  // Somebody or something did not answer in time.
  SB4002: exitCodes.timeout,
  SB4005: exitCodes.timeout,
  SB4014: exitCodes.timeout,
  SB5017: exitCodes.timeout,
};

/** The exit code that an error of this code ends the command with; 1 unless it has one of its own. */
export function exitCodeOf(code: string): ExitCode {
  return special[code] ?? exitCodes.error;
}
