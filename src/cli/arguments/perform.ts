import type { Command } from 'commander';
import type { CommandBody, CommandContext, GlobalOptions } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { missingFlags } from './flags.ts';

/** Runs a command's body and remembers its exit code. */
export type Runner = (options: GlobalOptions, command: RunnableCommand) => Promise<void>;

/** A command's body with its flags filled in. */
export interface RunnableCommand {
  readonly body: (context: CommandContext) => Promise<ExitCode>;
  /** True for commands that come to their end by themselves when told to stop; others are left where they are. */
  readonly comesToRest: boolean;
}

/** What writes is never left in the middle, and what serves ends its service itself. */
const comingToRest: readonly string[] = ['deploy', 'promote', 'rollback', 'resume', 'simulator', 'demo'];

/**
 * Ties a command to its body. The body's module is loaded only when the command is really run; positional arguments
 * come in under the names given.
 */
export function perform<Options>(
  command: Command,
  runner: Runner,
  names: readonly string[],
  load: () => Promise<CommandBody<Options>>,
): void {
  command.action(async () => {
    const positional = Object.fromEntries(names.map((name, index) => [name, command.processedArgs[index] as unknown]));
    const options = { ...command.optsWithGlobals(), ...positional };
    const [missing] = missingFlags(command.options, options);
    if (missing !== undefined) command.error(`the flag ${missing.flags} is missing`, { code: 'signalbox.missingFlag' });
    await runner(options as GlobalOptions, {
      body: async (context) => (await load())(context, options as Options),
      comesToRest: comingToRest.includes(command.name()),
    });
  });
}
