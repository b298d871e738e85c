import { namesIn, type SourceRoot } from '../files/source-files.ts';

/** YAML files below a folder, relative to the root with `/`, sorted; none when the folder does not exist. SB2001 otherwise. */
export function findYamlFiles(root: SourceRoot, folder: string, depth: 'here' | 'all' = 'all'): readonly string[] {
  return [...yamlFilesBelow(root, folder, depth)].toSorted();
}

/** The same one by one, folder by folder: there may be more than fit into memory. */
export function* yamlFilesBelow(
  root: SourceRoot,
  folder: string,
  depth: 'here' | 'all' = 'all',
): Generator<string, void> {
  for (const name of namesIn(root, folder)) {
    if (!name.endsWith('/')) {
      if (isResourceFile(name)) yield `${folder}/${name}`;
    } else if (depth === 'all') yield* yamlFilesBelow(root, `${folder}/${name.slice(0, -1)}`);
  }
}

/** Content that an export puts beside its document (`x.content.yaml`) is no file of the project's own kinds. */
function isResourceFile(name: string): boolean {
  return /\.ya?ml$/u.test(name) && !/\.content\.ya?ml$/u.test(name);
}
