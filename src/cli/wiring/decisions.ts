import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { isJsonObject, type Json } from '../../core/index.ts';
import { type Plan, decisionDigest } from '../../core/plan/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';

/** What somebody decided on: its digest, and the plan where the file of `simulate --out` was given. */
export interface GivenDecision {
  readonly digest: string;
  readonly plan?: Plan | undefined;
}

/** Reads `--decision`: a digest as it is, or the plan file of a simulation. SB6015 when the file is no such plan. */
export function readDecision(context: CommandContext, given: string, environment: string): GivenDecision {
  if (/^sha256:[\da-z]+$/u.test(given)) return { digest: given };
  const plan = planIn(readJson(resolve(context.terminal.cwd, given), given), given);
  if (plan.environment !== environment)
    throw cliError('SB6015', `${given} is a plan for ${plan.environment}, not for ${environment}`);
  if (decisionDigest(plan) !== plan.decisionDigest)
    throw cliError('SB6015', `${given} was changed after it was written: its decision has another digest`);
  return { digest: plan.decisionDigest, plan };
}

function readJson(path: string, given: string): Json {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Json;
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'can not be read';
    throw cliError('SB6015', `--decision takes a digest (sha256:…) or a plan file; ${given} ${why}`, { cause: error });
  }
}

function planIn(view: Json, given: string): Plan {
  const plan = isJsonObject(view) && view['kind'] === 'Plan' ? view['plan'] : undefined;
  if (isJsonObject(plan) && plan['formatVersion'] === 1 && Array.isArray(plan['steps'])) return plan as unknown as Plan;
  throw cliError('SB6015', `${given} is not the plan of a simulation`);
}
