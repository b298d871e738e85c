import { mkdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { InitOptions } from '../arguments/authoring.ts';
import type { CommandContext } from '../command-context.ts';
import { cliError } from '../errors.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { schemaFolder, writeSchemas } from '../wiring/editor/write-schemas.ts';
import { starterFiles, type StarterFile } from '../starter/project-files.ts';

/** `signalbox init`: writes a commented project, or nothing at all when a file is in the way. */
export async function runInit(context: CommandContext, options: InitOptions): Promise<ExitCode> {
  const root = resolve(context.projectDirectory, options.directory ?? '.');
  const files = starterFiles(options.name ?? slugOf(basename(root)));
  const existing = await filesPresent(root, files);
  const inTheWay = existing.filter(({ isOptional }) => isOptional !== true);
  if (inTheWay.length > 0) {
    throw cliError(
      'SB6007',
      `${inTheWay.map(({ path }) => path).join(', ')} exist${inTheWay.length === 1 ? 's' : ''} in ${root} already`,
    );
  }
  const written = files.filter((file) => !existing.includes(file));
  for (const file of written) await writeNew(root, file);
  writeSchemas(join(root, schemaFolder));
  context.terminal.write(nextSteps(shortPath(context.terminal.cwd, root), written));
  return exitCodes.fine;
}

async function filesPresent(root: string, files: readonly StarterFile[]): Promise<readonly StarterFile[]> {
  const found = await Promise.all(files.map(async (file) => ((await exists(join(root, file.path))) ? [file] : [])));
  return found.flat();
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return false;
      throw error;
    },
  );
}

async function writeNew(root: string, file: StarterFile): Promise<void> {
  const path = join(root, file.path);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, file.text, { flag: 'wx' });
}

function shortPath(from: string, to: string): string {
  const path = relative(from, to);
  return path.startsWith('..') ? to : path;
}

/** A project's name from a directory's: lower-case letters, digits and hyphens. */
function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' ? 'contact-centre' : slug;
}

function nextSteps(root: string, written: readonly StarterFile[]): string {
  const project = root === '' ? '' : ` --project ${/^[\w./-]+$/u.test(root) ? root : JSON.stringify(root)}`;
  return `Wrote ${written.map(({ path }) => path).join(', ')}.

Next:
  1. Put the ids of your organisations into environments/*.yaml, and say where the
     credentials come from (two OAuth clients per organisation: one may only view).
  2. signalbox doctor --env dev${project}        checks credentials and permissions
  3. signalbox export --env dev${project}        writes the organisation as files
  4. signalbox validate${project}                checks every file, offline
  5. signalbox simulate first-skill --env dev${project}
     shows what the first changeset would do; deploy does it.

No organisation at hand? signalbox demo shows the whole road on simulated ones.
`;
}
