import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plan } from '../../../core/plan/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { readPlanFile } from './plan-files.ts';

/** What somebody decided on: its digest, and the plan where the file of `simulate --out` was given. */
export interface GivenDecision {
  readonly digest: string;
  readonly plan?: Plan | undefined;
}

/** Reads `--decision`: a digest as it is, or the plan file of a simulation. SB6015 when the file is no such plan. */
export function readDecision(context: CommandContext, given: string, environment: string): GivenDecision {
  if (/^sha256:[\da-z]+$/u.test(given)) return { digest: given };
  if (!existsSync(resolve(context.terminal.cwd, given)))
    throw cliError('SB6015', `--decision takes a digest (sha256:…) or a plan file; there is no file ${given}`);
  const plan = readPlanFile(context, given, 'SB6015');
  if (plan.environment !== environment)
    throw cliError('SB6015', `${given} is a plan for ${plan.environment}, not for ${environment}`);
  return { digest: plan.decisionDigest, plan };
}
