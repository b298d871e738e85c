import { catalogue } from '../../catalog/index.ts';
import type { DeployPorts, EmitEvent, RunGround, RunReport } from '../../engine/index.ts';
import type { GenesysPlatform } from '../../genesys/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { OpenStore } from '../../store/index.ts';
import { reportToHuman, reportToJson, reportToJunit, reportToMarkdown, wrapText } from '../../views/index.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withProgress } from '../terminal/progress.ts';
import { contentFormats } from './content-formats.ts';
import { leaseHolder } from './lease-holder.ts';
import { createTestRunners } from '../test-runners/index.ts';
import { machineClock, machineIds } from './machine.ts';
import { credentialContext, requestTimeoutMs, withPlatform } from './platforms.ts';
import { withStore } from './stores.ts';

/** What a run works with, and where. */
export interface RunTools {
  readonly ports: DeployPorts;
  readonly ground: RunGround;
}

/** Says what the command line alone can not enforce. */
const discipline =
  'Without a server, gates and approvals are a record of discipline, not protection: whoever holds the write credential can do the same without them.';

/** Opens store and platform, does the run, and prints its report. */
export async function conduct(
  context: CommandContext,
  environment: LoadedEnvironment,
  label: string,
  run: (tools: RunTools) => Promise<RunReport | undefined>,
): Promise<ExitCode> {
  const report = await withStore(context, (store) =>
    withProgress(context, label, (emit) =>
      withPlatform(context, environment, emit, (platform) =>
        run(toolsOf(context, environment, { store, platform, emit })),
      ),
    ),
  );
  if (report === undefined) {
    context.terminal.write(`Nothing to resume in ${environment.name}: every run has ended.\n`);
    return exitCodes.fine;
  }
  context.terminal.log(wrapText(discipline, context.terminal.logScreen.width).join('\n'));
  print(context, {
    human: () => reportToHuman(context.screen, report),
    json: () => reportToJson(report),
    markdown: () => reportToMarkdown(report),
    junit: () => reportToJunit(report),
  });
  return exitCodeOfReport(report);
}

function toolsOf(
  context: CommandContext,
  environment: LoadedEnvironment,
  {
    store,
    platform,
    emit,
  }: { readonly store: OpenStore; readonly platform: GenesysPlatform; readonly emit: EmitEvent },
): RunTools {
  const timeoutMs = requestTimeoutMs(environment);
  return {
    ports: {
      platform,
      store,
      clock: machineClock,
      ids: machineIds,
      emit,
      stop: context.terminal.stop,
      testRunners: createTestRunners(platform, credentialContext(context)),
      // A lease outlasts two requests, so that one slow answer does not lose it.
      leasing: { holder: leaseHolder(), ttlMs: timeoutMs * 3, requestTimeoutMs: timeoutMs },
    },
    ground: { environment: environment.rules, catalogue, contentFormats },
  };
}

function exitCodeOfReport(report: RunReport): ExitCode {
  switch (report.ending) {
    case 'succeeded':
    case 'already-deployed':
      return exitCodes.fine;
    case 'compensated':
    case 'held':
      return exitCodes.partial;
    default:
      return report.ending satisfies never;
  }
}
