import { resolve } from 'node:path';
import { describeForeignOrganisation } from '../../core/index.ts';
import type { SavedSnapshot } from '../../core/snapshot/index.ts';
import type { LoadedEnvironment } from '../../project/index.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { readSnapshot } from './read-snapshot.ts';

/**
 * The environment's snapshot in a file, named from the project's folder. SB6060 when it can not be used, SB6062 when it is of
 * another organisation.
 */
export async function readSnapshotOf(
  context: CommandContext,
  { rules }: LoadedEnvironment,
  file: string,
): Promise<SavedSnapshot> {
  const { saved } = await readSnapshot(resolve(context.projectDirectory, file));
  const { neighbours } = rules;
  const wrong = describeForeignOrganisation(rules, saved.header.organisation, { neighbours, use: 'snapshot' });
  if (wrong !== undefined) throw cliError('SB6062', `${file} is a snapshot of another organisation: ${wrong}`);
  return saved;
}
