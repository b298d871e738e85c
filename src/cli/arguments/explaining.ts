import { Option, type Command } from 'commander';
import { formatFlag } from './flags.ts';
import { perform, type Runner } from './perform.ts';

/** `signalbox decision`. */
export interface DecisionOptions {
  readonly plan: string;
}

/** `signalbox explain-change`. */
export interface ExplainChangeOptions {
  readonly old: string;
  readonly new: string;
  readonly env?: string;
}

/** `signalbox explain`. */
export interface ExplainOptions {
  readonly codes: readonly string[];
}

const planHelp = 'A plan is a file that simulate --out wrote, or the id of a run.';

/** Adds the commands that explain what was said: explain, decision, explain-change. */
export function addExplainingCommands(program: Command, runner: Runner): void {
  const explain = program
    .command('explain <codes...>')
    .description('say what diagnostic codes mean, why, and what to do; works offline')
    .summary('say what a diagnostic code means and what to do')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  perform<ExplainOptions>(
    explain,
    runner,
    ['codes'],
    async () => (await import('../commands/explain/explain.ts')).runExplain,
  );

  const decision = program
    .command('decision <plan>')
    .description('show what an approval of a plan is bound to, and what may change without voiding it')
    .summary('show what an approval of a plan is bound to')
    .addOption(formatFlag(['human', 'json', 'markdown']));
  decision.addHelpText('after', `\n${planHelp}`);
  perform<DecisionOptions>(
    decision,
    runner,
    ['plan'],
    async () => (await import('../commands/explain/decision.ts')).runDecision,
  );

  const change = program
    .command('explain-change <old> <new>')
    .description('say why the decisions of two plans differ; ends with 5 when they do')
    .summary('say why the decisions of two plans differ')
    .addOption(new Option('-e, --env <name>', 'also ask the audits of this environment who changed what'))
    .addOption(formatFlag(['human', 'json', 'markdown']));
  change.addHelpText('after', `\n${planHelp}`);
  perform<ExplainChangeOptions>(
    change,
    runner,
    ['old', 'new'],
    async () => (await import('../commands/explain/explain-change.ts')).runExplainChange,
  );
}
