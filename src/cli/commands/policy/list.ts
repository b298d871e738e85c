import { stateOfChecks } from '../../../core/policy/index.ts';
import { checksToHuman, checksToJson, checksToMarkdown } from '../../../views/policy/index.ts';
import type { PolicyListOptions } from '../../arguments/judging.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { machineClock } from '../../wiring/machine.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/** `signalbox policy list`: every check and policy rule, and how it is taken; with `--env` in that environment. */
export async function runPolicyList(context: CommandContext, { env }: PolicyListOptions): Promise<ExitCode> {
  const rules = env === undefined ? { protected: false } : openWorkspace(context).environment(env).rules;
  const list = {
    environment: env,
    checks: stateOfChecks(rules),
    today: new Date(machineClock.now()).toISOString().slice(0, 10),
  };
  print(context, {
    human: () => checksToHuman(context.screen, list),
    json: () => checksToJson(list),
    markdown: () => checksToMarkdown(list),
  });
  return Promise.resolve(exitCodes.fine);
}
