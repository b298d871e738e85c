import { catalogue } from '../../catalog/index.ts';
import { createSnapshotCollector, type SavedSnapshot } from '../../core/snapshot/index.ts';
import type { EmitEvent } from '../../engine/index.ts';
import { takeSnapshot, type SnapshotRequest } from '../../engine/snapshot/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { CommandContext } from '../command-context.ts';
import { contentFormats } from '../wiring/content-formats.ts';
import { machineClock } from '../wiring/machine.ts';
import { withReader } from '../wiring/platforms.ts';

/** What to hold of an organisation, and who hears of it. */
export interface NowRequest extends Pick<SnapshotRequest, 'changes' | 'types'> {
  readonly environment: LoadedEnvironment;
  readonly emit: EmitEvent;
}

/** The organisation as it is now, in memory, through the read credential; without a baseline. */
export async function snapshotNow(
  context: CommandContext,
  { environment, emit, changes, types }: NowRequest,
): Promise<SavedSnapshot> {
  const collector = createSnapshotCollector();
  await withReader(context, environment, emit, async (reader) => {
    const records = takeSnapshot(
      { reader, clock: machineClock, emit },
      {
        environment: environment.rules,
        environmentDigest: environment.digest,
        catalogue,
        contentFormats,
        budget: environment.connection.apiBudget,
        baseline: { environment: environment.name, entries: {} },
        changes,
        types,
        deep: false,
      },
    );
    for await (const record of records) collector.add(record);
  });
  const saved = collector.result();
  if (saved === undefined) throw new Error('a snapshot without a header was taken');
  return saved;
}
