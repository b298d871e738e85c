import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../engine/index.ts';
import type { OpenStore } from '../../store/index.ts';
import type { CommandContext } from '../command-context.ts';

/** Opens the store of the project for as long as `use` runs: DATABASE_URL, or the embedded one in `.signalbox/`. */
export async function withStore<Result>(
  context: CommandContext,
  use: (store: OpenStore) => Promise<Result>,
): Promise<Result> {
  const { openStore } = await import('../../store/index.ts');
  const store = await openStore({
    directory: join(context.projectDirectory, '.signalbox'),
    databaseUrl: context.terminal.environment['DATABASE_URL'],
    schema: context.terminal.environment['SIGNALBOX_DATABASE_SCHEMA'],
  });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

/** Like `withStore`, but without making a store that is not there yet: then `use` gets none. */
export async function withExistingStore<Result>(
  context: CommandContext,
  use: (store: Store | undefined) => Promise<Result>,
): Promise<Result> {
  return hasStore(context) ? withStore(context, use) : use(undefined);
}

/** True when a store is configured, or was made here before. */
function hasStore(context: CommandContext): boolean {
  const configured = context.terminal.environment['DATABASE_URL'];
  return (
    (configured !== undefined && configured !== '') ||
    existsSync(join(context.projectDirectory, '.signalbox', 'postgres'))
  );
}
