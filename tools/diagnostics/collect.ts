import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeEntry } from './page.ts';

/**
 * Loads every `src/**` `errors.ts` under `root` and returns what its `*ErrorCodes` maps say.
 * Throws when an entry lacks its summary or its remedy, naming the code and the file.
 */
export async function collectCodes(root: string): Promise<readonly CodeEntry[]> {
  const perFile = await Promise.all(
    globSync('src/**/errors.ts', { cwd: root })
      .toSorted()
      .map(async (path) => entriesOf(await load(root, path), path)),
  );
  const explained = await collectExplanations(root);
  const entries = perFile.flat();
  const known = new Set(entries.map(({ code }) => code));
  const stray = [...explained.keys()].find((code) => !known.has(code));
  if (stray !== undefined) throw new Error(`${stray} is explained, but no *ErrorCodes map has it`);
  return entries.map((entry) => ({ ...entry, ...explained.get(entry.code) }));
}

type Explanation = Pick<CodeEntry, 'why' | 'example'>;

/** What the `*Explanations` maps in `src/cli/explanations/reasons` say, by code. */
async function collectExplanations(root: string): Promise<ReadonlyMap<string, Explanation>> {
  const perFile = await Promise.all(
    globSync('src/cli/explanations/reasons/**/*.ts', { cwd: root })
      .toSorted()
      .map(async (path) => asRecord(await load(root, path))),
  );
  return new Map(
    perFile
      .flatMap((loaded) => Object.entries(loaded).filter(([name]) => name.endsWith('Explanations')))
      .flatMap(([, map]) => Object.entries(asRecord(map)))
      .map(([code, entry]) => {
        const { why, example } = asRecord(entry);
        if (typeof why !== 'string' || typeof example !== 'string')
          throw new Error(`${code} needs { why, example }, both texts`);
        return [code, { why, example }];
      }),
  );
}

async function load(root: string, path: string): Promise<unknown> {
  return (await import(pathToFileURL(join(root, path)).href)) as unknown;
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
