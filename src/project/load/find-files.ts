import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectError } from '../errors.ts';

/** YAML files below a folder, relative to the root with `/`, sorted; none when the folder does not exist. SB2001 otherwise. */
export function findYamlFiles(root: string, folder: string, depth: 'here' | 'all' = 'all'): readonly string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT') return [];
    throw projectError('SB2001', `The folder ${folder} can not be read (${code}).`, { folder }, error);
  }
  return entries
    .filter(({ name }) => !name.startsWith('.'))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return depth === 'all' ? findYamlFiles(root, path) : [];
      return isResourceFile(entry.name) ? [path] : [];
    })
    .toSorted();
}

/** Content that an export puts beside its document (`x.content.yaml`) is no file of the project's own kinds. */
function isResourceFile(name: string): boolean {
  return /\.ya?ml$/u.test(name) && !/\.content\.ya?ml$/u.test(name);
}
