import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../../../shared/fixtures');

/** A configuration file somebody really used, and where it lies below the fixtures. */
export interface Fixture {
  /** `flows-yaml/<owner>__<repository>/…`. */
  readonly file: string;
  readonly text: string;
}

/** Why tests of real input are skipped, or undefined when the files are there. */
export const absence: string | undefined = existsSync(root)
  ? undefined
  : 'the real configuration files (../shared/fixtures) are not on this machine';

/** The files below a folder of the fixtures whose name ends so, sorted; none where the folder is absent. */
export function fixturesIn(folder: string, ending: RegExp): readonly Fixture[] {
  const directory = join(root, folder);
  if (!existsSync(directory)) return [];
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ file: relative(root, path), text: readFileSync(path, 'utf8').replace(/^\uFEFF/u, '') }));
}

/** The repository that a fixture comes from, without its owner: `ani-blacklist`. */
export function repositoryOf({ file }: Fixture): string {
  return file.split('/')[1]?.replace(/^.*?__/u, '') ?? '';
}
