import { historyToHuman, historyToJson, historyToMarkdown } from '../../views/index.ts';
import type { HistoryOptions } from '../arguments/knowing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withExistingStore } from '../wiring/stores.ts';

/** `signalbox history`: the runs of the project, newest first. */
export async function runHistory(context: CommandContext, options: HistoryOptions): Promise<ExitCode> {
  const filter = { limit: options.limit, ...(options.env === undefined ? {} : { environment: options.env }) };
  const runs = await withExistingStore(context, async (store) => (store === undefined ? [] : store.listRuns(filter)));
  print(context, {
    human: () => historyToHuman(context.screen, runs),
    json: () => historyToJson(runs),
    markdown: () => historyToMarkdown(runs),
  });
  return exitCodes.fine;
}
