import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectError } from '../errors.ts';

/** YAML files below a folder, relative to the root with `/`, sorted; none when the folder does not exist. SB2001 otherwise. */
export function findYamlFiles(root: string, folder: string, depth: 'here' | 'all' = 'all'): readonly string[] {
  return [...yamlFilesBelow(root, folder, depth)].toSorted();
}

/** The same one by one, folder by folder: there may be more than fit into memory. */
export function* yamlFilesBelow(root: string, folder: string, depth: 'here' | 'all' = 'all'): Generator<string, void> {
  for (const name of namesIn(root, folder)) {
    if (!name.endsWith('/')) {
      if (isResourceFile(name)) yield `${folder}/${name}`;
    } else if (depth === 'all') yield* yamlFilesBelow(root, `${folder}/${name.slice(0, -1)}`);
  }
}

/** Names in a folder, those of folders with `/` at the end, sorted. Only names are held: folders can be large. */
function namesIn(root: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true })
      .flatMap((entry) => (entry.name.startsWith('.') ? [] : entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
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
