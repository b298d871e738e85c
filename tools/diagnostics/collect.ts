import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeEntry } from './page.ts';

/**
 * Loads every `src/**` `errors.ts` under `root` and returns what its `*ErrorCodes` maps say.
 * Throws when an entry lacks its summary or its remedy, naming the code and the file.
 */
export async function collectCodes(root: string): Promise<readonly CodeEntry[]> {
  const paths = globSync('src/**/errors.ts', { cwd: root }).toSorted();
  const perFile = await Promise.all(
    paths.map(async (path) => {
      const loaded: unknown = await import(pathToFileURL(join(root, path)).href);
      return entriesOf(loaded, path);
    }),
  );
  return perFile.flat();
}

function entriesOf(loaded: unknown, path: string): CodeEntry[] {
  const area = path.split('/')[1] ?? '';
  return Object.entries(asRecord(loaded))
    .filter(([name]) => name.endsWith('ErrorCodes'))
    .flatMap(([, map]) => Object.entries(asRecord(map)))
    .map(([code, entry]) => {
      const { summary, remedy } = asRecord(entry);
      if (typeof summary !== 'string' || typeof remedy !== 'string' || summary === '' || remedy === '') {
        throw new Error(`${code} in ${path} needs { summary, remedy }, both texts`);
      }
      return { code, summary, remedy, area };
    });
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
