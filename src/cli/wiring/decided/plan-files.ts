import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decisionDigest, type Plan } from '../../../core/plan/index.ts';
import { parsePlanFile } from '../../../project/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError, type CliErrorCode } from '../../errors.ts';
import { withExistingStore } from '../stores.ts';

/**
 * The plan in a file that `simulate --out` wrote. With the code given: a file that can not be read, is no JSON, is no plan,
 * or was changed after it was written.
 */
export function readPlanFile(context: CommandContext, given: string, code: CliErrorCode): Plan {
  const parsed = parsePlanFile(readJson(resolve(context.terminal.cwd, given), given, code));
  if ('problems' in parsed)
    throw cliError(code, `${given} is not the plan of a simulation: ${parsed.problems.join('; ')}`);
  if (decisionDigest(parsed.plan) !== parsed.plan.decisionDigest)
    throw cliError(code, `${given} was changed after it was written: its decision has another digest`);
  return parsed.plan;
}

/** The plan that a file holds or a run carried out. Errors: SB6050 when there is neither. */
export async function findPlan(context: CommandContext, given: string): Promise<Plan> {
  if (existsSync(resolve(context.terminal.cwd, given))) return readPlanFile(context, given, 'SB6050');
  const run = await withExistingStore(context, async (store) => store?.findRun(given));
  if (run === undefined) throw cliError('SB6050', `There is no file and no run ${given}`);
  return run.plan;
}

function readJson(path: string, given: string, code: CliErrorCode): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'can not be read';
    throw cliError(code, `${given} ${why}`, { cause: error });
  }
}
