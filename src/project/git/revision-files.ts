import type { SourceFiles } from '../files/source-files.ts';
import { answerOf, type Git } from './git.ts';

/** The files of a project as a commit has them. */
export interface RevisionFiles extends SourceFiles {
  /** Git's id of the content of every file, by path. */
  readonly blobs: ReadonlyMap<string, string>;
}

/** Files of these kinds are read together, ahead of being asked for. */
const projectFile = /^(?:signalbox\.yaml|(?:config|environments|changesets)\/.*\.ya?ml)$/u;

/** The files below Git's folder in a commit, read without touching the work tree. */
export function readRevision(git: Git, commit: string): RevisionFiles {
  const entries = entriesOf(git, commit);
  const blobs = new Map(entries.filter(({ mode }) => mode.startsWith('100')).map(({ path, id }) => [path, id]));
  const ahead = [...blobs].filter(([path]) => projectFile.test(path) && !path.includes('/live/'));
  const texts = readBlobs(git, [...new Set(ahead.map(([, id]) => id))]);
  const folders = foldersOf(entries.map(({ path }) => path));
  return {
    blobs,
    list: (folder) => [...(folders.get(folder) ?? [])],
    read: (path) => {
      const id = blobs.get(path);
      if (id === undefined)
        throw new Error(
          entries.some((entry) => entry.path === path) ? 'is a link, which is not followed' : 'no such file',
        );
      const bytes = texts.get(id) ?? readBlobs(git, [id]).get(id);
      if (bytes === undefined) throw new Error('its content is not in this clone');
      texts.set(id, bytes);
      return refuseLargeFilePointer(bytes);
    },
  };
}

interface TreeEntry {
  readonly mode: string;
  readonly id: string;
  readonly path: string;
}

/** `mode type id TAB path NUL`, paths relative to the folder. */
function entriesOf(git: Git, commit: string): readonly TreeEntry[] {
  return answerOf(git, ['ls-tree', '-r', '-z', commit])
    .text.split('\0')
    .filter((line) => line !== '')
    .map((line) => {
      const at = line.indexOf('\t');
      const [mode = '', , id = ''] = line.slice(0, at).split(' ');
      return { mode, id, path: line.slice(at + 1) };
    });
}

function foldersOf(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const path of paths) {
    const parts = path.split('/');
    for (const [index, name] of parts.entries()) {
      const folder = parts.slice(0, index).join('/');
      const known = folders.get(folder) ?? new Set();
      folders.set(folder, known.add(index === parts.length - 1 ? name : `${name}/`));
    }
  }
  return folders;
}

/** The answer is `id blob size LF bytes LF` for each, or `id missing LF`. */
function readBlobs(git: Git, ids: readonly string[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  if (ids.length === 0) return found;
  const { bytes } = answerOf(git, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(0x0a, at);
    const [id = '', kind, size] = bytes.subarray(at, end).toString('latin1').split(' ');
    at = end + 1;
    if (kind !== 'blob') continue;
    found.set(id, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return found;
}

function refuseLargeFilePointer(bytes: Buffer): Buffer {
  if (bytes.length < 1024 && bytes.toString('latin1').startsWith('version https://git-lfs.github.com/'))
    throw new Error('is kept in Git LFS; its content is not in the history');
  return bytes;
}
