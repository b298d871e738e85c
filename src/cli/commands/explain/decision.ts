import { decisionToHuman, decisionToJson, decisionToMarkdown } from '../../../views/index.ts';
import type { DecisionOptions } from '../../arguments/explaining.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { findPlan } from '../../wiring/decided/plan-files.ts';

/** `signalbox decision`: what an approval of a plan is bound to, and what is outside of it. Talks to no organisation. */
export async function runDecision(context: CommandContext, options: DecisionOptions): Promise<ExitCode> {
  const plan = await findPlan(context, options.plan);
  print(context, {
    human: () => decisionToHuman(context.screen, plan),
    json: () => decisionToJson(plan),
    markdown: () => decisionToMarkdown(plan),
  });
  return exitCodes.fine;
}
