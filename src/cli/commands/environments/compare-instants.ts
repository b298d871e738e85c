import { catalogue } from '../../../catalog/index.ts';
import { diffSnapshots, type SavedSnapshot } from '../../../core/snapshot/index.ts';
import type { LoadedEnvironment } from '../../../project/index.ts';
import {
  instantsToHuman,
  instantsToJson,
  instantsToMarkdown,
  type InstantsComparison,
} from '../../../views/compare/index.ts';
import type { CompareOptions } from '../../arguments/environments.ts';
import type { CommandContext } from '../../command-context.ts';
import { cliError } from '../../errors.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { readSnapshotOf } from '../../snapshot/read-snapshot-of.ts';
import { snapshotNow } from '../../snapshot/snapshot-now.ts';
import { print } from '../../terminal/print.ts';
import { withProgress } from '../../terminal/progress.ts';
import { openWorkspace } from '../../wiring/workspace.ts';

/** What changed in one environment between a snapshot and another one or now. Errors: SB3002, SB6001, SB6060, SB6062. */
export async function compareInstants(
  context: CommandContext,
  options: CompareOptions & { readonly since: string },
): Promise<ExitCode> {
  const { since, until, type } = options;
  if (context.format === 'sarif' || context.format === 'junit')
    throw cliError('SB6001', `--format ${context.format} is for two environments`);
  const environment = openWorkspace(context).environment(options.left);
  const earlier = only(await readSnapshotOf(context, environment, since), type);
  const later = only(await laterOf(context, environment, { until, earlier }), type);
  const [before, after] = [earlier.header.takenAt, later.header.takenAt];
  if (before > after)
    throw cliError('SB6001', `${since} (${before}) is later than ${until ?? 'now'} (${after})`, {
      remedy: 'Give the earlier snapshot to --since and the later one to --until.',
    });
  const found: InstantsComparison = {
    environment: environment.name,
    before: { source: since, takenAt: before },
    after: { source: until ?? 'live', takenAt: after },
    ...diffSnapshots(earlier.snapshot, later.snapshot, catalogue),
  };
  print(context, {
    human: () => instantsToHuman(context.screen, found),
    json: () => instantsToJson(found),
    markdown: () => instantsToMarkdown(found),
  });
  return options.detailedExitcode === true && found.differences.length > 0 ? exitCodes.changes : exitCodes.fine;
}

/** Live, what the earlier snapshot holds whole is read and nothing else. */
async function laterOf(
  context: CommandContext,
  environment: LoadedEnvironment,
  { until, earlier }: { readonly until: string | undefined; readonly earlier: SavedSnapshot },
): Promise<SavedSnapshot> {
  if (until !== undefined) return readSnapshotOf(context, environment, until);
  const types = Object.keys(earlier.snapshot.types).filter((type) => catalogue.find(type)?.shape.kind === 'object');
  return withProgress(context, `reading ${environment.name}`, (emit) =>
    snapshotNow(context, { environment, emit, changes: [], types }),
  );
}

/** The snapshot with nothing but these types, where some are named. */
function only(saved: SavedSnapshot, types: readonly string[] | undefined): SavedSnapshot {
  if (types === undefined) return saved;
  const chosen = <Value>(all: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(all).filter(([type]) => types.includes(type)));
  const { snapshot } = saved;
  return { ...saved, snapshot: { ...snapshot, types: chosen(snapshot.types), parts: chosen(snapshot.parts) } };
}
