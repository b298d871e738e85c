import { resolve } from 'node:path';
import { catalogue } from '../../../catalog/index.ts';
import type { Artifact } from '../../../core/index.ts';
import { findDeployed, type EmitEvent, type PlatformReader, type Store } from '../../../engine/index.ts';
import { takeSnapshot, type SnapshotRequest } from '../../../engine/snapshot/index.ts';
import { snapshotToHuman, snapshotToJson, snapshotToMarkdown } from '../../../views/snapshot/index.ts';
import type { LoadedEnvironment } from '../../../project/index.ts';
import type { SnapshotOptions } from '../../arguments/snapshots.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { writeSnapshot } from '../../snapshot/write-snapshot.ts';
import { print } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { findChange } from '../../wiring/artifacts.ts';
import { contentFormats } from '../../wiring/content-formats.ts';
import { refuseUnknownTypes } from '../../wiring/known-types.ts';
import { machineClock } from '../../wiring/machine.ts';
import { withReader } from '../../wiring/platforms.ts';
import { withExistingStore } from '../../wiring/stores.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/** `signalbox snapshot`: keeps what an organisation shows in a file, for simulations and rehearsals without it. Reads only. */
export async function runSnapshot(context: CommandContext, options: SnapshotOptions): Promise<ExitCode> {
  const workspace = openWorkspace(context);
  const environment = workspace.environment(options.env);
  const types = typesOf(options);
  const changes = (options.changes ?? []).map((change) => findChange(context, workspace, { change }).artifact);
  const file = resolve(context.terminal.cwd, options.out);
  const written = await withProgress(context, `reading ${environment.name}`, (emit) =>
    withExistingStore(context, (store) =>
      withReader(context, environment, emit, async (reader) => {
        await refuseForeign(reader, environment);
        const request = await requestOf(store, { environment, changes, types, options });
        return writeSnapshot(file, takeSnapshot(portsOf(reader, emit), request));
      }),
    ),
  );
  const summary = { ...written, file: options.out, environment: environment.name };
  print(context, {
    human: () => snapshotToHuman(context.screen, summary),
    json: () => snapshotToJson(summary),
    markdown: () => snapshotToMarkdown(summary),
  });
  return exitCodes.fine;
}

function portsOf(reader: PlatformReader, emit: EmitEvent) {
  return { reader, clock: machineClock, emit };
}

async function requestOf(
  store: Store | undefined,
  chosen: {
    readonly environment: LoadedEnvironment;
    readonly changes: readonly Artifact[];
    readonly types: readonly string[];
    readonly options: SnapshotOptions;
  },
): Promise<SnapshotRequest> {
  const { environment, types, options } = chosen;
  const { name, rules, digest } = environment;
  const changes: SnapshotRequest['changes'][number][] = [];
  for (const artifact of chosen.changes) {
    const run = store === undefined ? undefined : await findDeployed(store, name, artifact.digest);
    changes.push(run === undefined ? { artifact } : { artifact, deployedBefore: { runId: run.id } });
  }
  return {
    environment: rules,
    environmentDigest: digest,
    catalogue,
    contentFormats,
    budget: environment.connection.apiBudget,
    baseline: store === undefined ? { environment: name, entries: {} } : await store.readBaseline(name),
    changes,
    types,
    deep: options.deep === true,
  };
}

function typesOf({ type = [], all, changes = [] }: SnapshotOptions): readonly string[] {
  refuseUnknownTypes(type);
  if (all !== true && type.length === 0 && changes.length === 0)
    throw cliError('SB6001', 'There is nothing to keep', {
      remedy: 'Name the changes that are to be simulated, or types with --type, or give --all.',
    });
  return all === true ? catalogue.types.filter((each) => catalogue.find(each)?.shape.kind === 'object') : type;
}

async function refuseForeign(reader: PlatformReader, { name, rules }: LoadedEnvironment): Promise<void> {
  const { id } = await reader.identify();
  if (id !== rules.organisationId)
    throw cliError('SB6062', `${name} is pinned to ${rules.organisationId}, but its credential reads ${id}`);
}
