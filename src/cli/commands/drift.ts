import { catalogue } from '../../catalog/index.ts';
import { detectDrift } from '../../engine/drift/index.ts';
import { driftToHuman, driftToJson, driftToJunit, driftToMarkdown, driftToSarif } from '../../views/index.ts';
import type { DriftOptions } from '../arguments/knowing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withProgress } from '../terminal/progress.ts';
import { version } from '../version.ts';
import { machineClock } from '../wiring/machine.ts';
import { withReader } from '../wiring/platforms.ts';
import { withStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox drift`: live against baseline, with who and when. Reads only. */
export async function runDrift(context: CommandContext, options: DriftOptions): Promise<ExitCode> {
  const environment = openWorkspace(context).environment(options.env);
  const report = await withProgress(context, `comparing ${environment.name} with its baseline`, (emit) =>
    withStore(context, (store) =>
      withReader(context, environment, emit, async (reader) =>
        detectDrift({ reader, store, clock: machineClock, emit }, { environment: environment.rules, catalogue }),
      ),
    ),
  );
  print(context, {
    human: () => driftToHuman(context.screen, report),
    json: () => driftToJson(report),
    markdown: () => driftToMarkdown(report),
    sarif: () => driftToSarif(report, version),
    junit: () => driftToJunit(report),
  });
  return options.detailedExitcode === true && report.findings.length > 0 ? exitCodes.changes : exitCodes.fine;
}
