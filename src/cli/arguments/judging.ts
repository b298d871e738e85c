import { Option, type Command } from 'commander';
import { formatFlag } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox policy list`. */
export interface PolicyListOptions {
  readonly env?: string;
}

/** Adds the commands about rules: policy list, policy test. */
export function addJudgingCommands(program: Command, runner: Runner): void {
  const policy = program.command('policy').description('list checks and policies, and test policies on saved plans');
  const list = policy
    .command('list')
    .description('list every check and policy rule with its severity, parameters and waivers')
    .addOption(new Option('-e, --env <name>', 'as they are taken in this environment'))
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<PolicyListOptions>(list, runner, [], async () => (await import('../commands/policy/list.ts')).runPolicyList);

  const test = policy
    .command('test')
    .description('run the policies on the saved plans of policies/tests; talks to nobody')
    .addOption(formatFlag(['human', 'json', 'junit']));
  test.addHelpText('after', '\nBuilt-in checks need the organisation; what they found stands in a saved plan already.');
  perform<object>(test, runner, [], async () => (await import('../commands/policy/test.ts')).runPolicyTest);
}
