import { compareDecisions, type DecisionChange } from '../../../core/decision/index.ts';
import type { Plan } from '../../../core/plan/index.ts';
import { whoChanged } from '../../../engine/index.ts';
import {
  decisionChangeToHuman,
  decisionChangeToJson,
  decisionChangeToMarkdown,
  type DecisionComparison,
} from '../../../views/index.ts';
import type { ExplainChangeOptions } from '../../arguments/explaining.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { machineClock } from '../../wiring/machine.ts';
import { findPlan } from '../../wiring/decided/plan-files.ts';
import { withReader } from '../../wiring/platforms.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/** `signalbox explain-change`: why two decisions differ; with --env also who changed what in between. 5 when they differ. */
export async function runExplainChange(context: CommandContext, options: ExplainChangeOptions): Promise<ExitCode> {
  const [earlier, later] = [await findPlan(context, options.old), await findPlan(context, options.new)];
  const changes = compareDecisions(earlier, later);
  const who = options.env === undefined ? undefined : await askWho(context, options.env, { earlier, later, changes });
  const comparison: DecisionComparison = {
    earlier: { name: options.old, plan: earlier },
    later: { name: options.new, plan: later },
    changes,
    who,
  };
  print(context, {
    human: () => decisionChangeToHuman(context.screen, comparison),
    json: () => decisionChangeToJson(comparison),
    markdown: () => decisionChangeToMarkdown(comparison),
  });
  return changes.length === 0 ? exitCodes.fine : exitCodes.decisionChanged;
}

interface Compared {
  readonly earlier: Plan;
  readonly later: Plan;
  readonly changes: readonly DecisionChange[];
}

/** Reads audits with the read credential of the environment. SB6051 when the plans are for another one. */
async function askWho(context: CommandContext, name: string, compared: Compared): Promise<readonly string[]> {
  const other = [compared.earlier, compared.later].find((plan) => plan.environment !== name);
  if (other !== undefined)
    throw cliError('SB6051', `--env ${name} can not tell who changed things in ${other.environment}`);
  const environment = openWorkspace(context).environment(name);
  return withProgress(context, `reading audits of ${name}`, (emit) =>
    withReader(context, environment, emit, (platform) =>
      whoChanged({ platform, clock: machineClock }, compared.earlier.asOf, compared.changes),
    ),
  );
}
