import { runToHuman, runToJson, runToMarkdown } from '../../views/index.ts';
import type { ShowOptions } from '../arguments/knowing.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withExistingStore } from '../wiring/stores.ts';

/** `signalbox show`: one run with its plan and its journal. */
export async function runShow(context: CommandContext, options: ShowOptions): Promise<ExitCode> {
  const detail = await withExistingStore(context, async (store) => {
    const run = await store?.findRun(options.run);
    if (store === undefined || run === undefined) throw cliError('SB6005', `There is no run ${options.run}`);
    return { run, journal: await store.readJournal(run.id) };
  });
  print(context, {
    human: () => runToHuman(context.screen, detail),
    json: () => runToJson(detail),
    markdown: () => runToMarkdown(detail),
  });
  return exitCodes.fine;
}
