import { readdirSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { projectError } from '../errors.ts';

/** YAML files below a folder, relative to the root with `/`, sorted; none when the folder does not exist. SB2001 otherwise. */
export function findYamlFiles(root: string, folder: string, depth: 'here' | 'all' = 'all'): readonly string[] {
  return [...yamlFilesBelow(root, folder, depth)].toSorted();
}

/** The same one by one, folder by folder: there may be more than fit into memory. */
export function* yamlFilesBelow(root: string, folder: string, depth: 'here' | 'all' = 'all'): Generator<string, void> {
  for (const entry of entriesOf(root, folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (depth === 'all') yield* yamlFilesBelow(root, path);
    } else if (isResourceFile(entry.name)) yield path;
  }
}

function entriesOf(root: string, folder: string): readonly Dirent[] {
  try {
    const entries = readdirSync(join(root, folder), { withFileTypes: true });
    return entries
      .filter(({ name }) => !name.startsWith('.'))
      .sort((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT') return [];
    throw projectError('SB2001', `The folder ${folder} can not be read (${code}).`, { folder }, error);
  }
}

/** Content that an export puts beside its document (`x.content.yaml`) is no file of the project's own kinds. */
function isResourceFile(name: string): boolean {
  return /\.ya?ml$/u.test(name) && !/\.content\.ya?ml$/u.test(name);
}
