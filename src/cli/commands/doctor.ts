import { catalogue } from '../../catalog/index.ts';
import { diagnose, type DoctorPorts } from '../../engine/doctor/index.ts';
import type { LoadedEnvironment, LoadedProject } from '../../project/index.ts';
import { healthToHuman, healthToJson, healthToJunit, healthToMarkdown, verdictOf } from '../../views/index.ts';
import type { DoctorOptions } from '../arguments/knowing.ts';
import type { CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { print } from '../terminal/print.ts';
import { withProgress, type ProgressEvent } from '../terminal/progress.ts';
import { connectionOf, platformOptions, type CredentialUse } from '../wiring/platforms.ts';
import { withStore } from '../wiring/stores.ts';
import { openWorkspace } from '../wiring/workspace.ts';

/** `signalbox doctor`: whether everything a deployment needs is there. Ends with 1 when something failed. */
export async function runDoctor(context: CommandContext, options: DoctorOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  const { read, write } = connectionOf(context, environment).credentials;
  const sharesCredential = read === write;
  const items = await withProgress(context, `examining ${environment.name}`, (emit) =>
    diagnose(portsOf(context, environment, { emit, hasWrite: write !== undefined && !sharesCredential }), {
      environment: environment.rules,
      catalogue,
      sharesCredential,
      usedTypes: typesUsed(workspace.loaded, environment),
    }),
  );
  print(context, {
    human: () => healthToHuman(context.screen, environment.name, items),
    json: () => healthToJson(environment.name, items),
    markdown: () => healthToMarkdown(environment.name, items),
    junit: () => healthToJunit(environment.name, items),
  });
  return verdictOf(items) === 'failed' ? exitCodes.error : exitCodes.fine;
}

/** Types that a document or a changeset names, or for which the environment says a mode. */
function typesUsed({ documents, changesets }: LoadedProject, { rules }: LoadedEnvironment): ReadonlySet<string> {
  const named = JSON.stringify([documents.map(({ type }) => type), changesets, Object.keys(rules.modes)]);
  return new Set(catalogue.types.filter((type) => named.includes(`"${type}"`)));
}

function portsOf(
  context: CommandContext,
  environment: LoadedEnvironment,
  use: { readonly emit: (event: ProgressEvent) => void; readonly hasWrite: boolean },
): DoctorPorts {
  const inspect = (credential: CredentialUse) => async (types: readonly string[]) => {
    const { inspectAccess } = await import('../../genesys/index.ts');
    return inspectAccess(platformOptions(context, environment, credential, use.emit), types);
  };
  return {
    inspectRead: inspect('read'),
    ...(use.hasWrite ? { inspectWrite: inspect('write') } : {}),
    reachStore: () => withStore(context, async ({ place }) => Promise.resolve(place)),
  };
}
