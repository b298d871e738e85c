import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';

/** Asks before a write unless `--yes` was given. SB6002 when nobody can be asked, SB6013 when the answer is not yes. */
export async function confirm(
  context: CommandContext,
  question: string,
  isConfirmed: boolean | undefined,
): Promise<void> {
  if (isConfirmed === true) return;
  if (!context.terminal.interactive)
    throw cliError('SB6002', 'Nobody can be asked here, and --yes was not given; nothing was written');
  const answer = await context.terminal.ask(`${question} Only "yes" goes on: `);
  if (answer.trim().toLowerCase() !== 'yes') throw cliError('SB6013', 'The answer was not yes; nothing was written');
}
