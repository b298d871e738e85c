import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { digestText } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import { lookAround, readIfPresent, turnLength } from './existing-files.ts';
import { draftManifest, openManifest, type Manifest, type ManifestDraft, type ManifestEntry } from './manifest.ts';
import { createFilePlanner, type PlannedFile } from './plan-files.ts';
import type { PortableDocument } from './portable-document.ts';
import { writeTogether } from '../files/write-together.ts';

/** What to write and where. */
export interface ExportRequest {
  /** Folder of the project. */
  readonly projectDirectory: string;
  /** Folder of the export, below the project and relative to it: `environments/dev/live` or `config`. */
  readonly into: string;
  /** In the order of their addresses, on which the names of new files depend. Taken one by one, none is kept. */
  readonly documents: Iterable<PortableDocument>;
  readonly catalogue: Catalogue;
  /** True for addresses of which nothing is there any more: their files are removed. Absent: all that did not come. */
  readonly isGone?: ((address: string) => boolean) | undefined;
}

/** Numbers of files. */
export interface ExportResult {
  readonly written: number;
  readonly unchanged: number;
  readonly removed: number;
}

/**
 * Writes one file per document, so that the same documents give the same bytes. A file that describes an address keeps
 * its name for good, and its comments; objects that are gone lose their file only if an earlier export made it (the
 * manifest in the folder says so). Each file is written whole or not at all; the manifest knows of it before it appears,
 * so whatever dies half-way leaves nothing that a later export would not tidy up.
 * Errors: SB2027, SB2033 when `into` leads out of the project.
 */
export async function writeDocuments(request: ExportRequest): Promise<ExportResult> {
  const { projectDirectory, into, catalogue } = request;
  if (relative(projectDirectory, join(projectDirectory, into)).startsWith('..'))
    throw projectError('SB2033', `${into} is not inside the project.`, { into });
  const partsFolder = join(projectDirectory, into, '.signalbox-export-parts');
  rmSync(partsFolder, { recursive: true, force: true });
  const manifest = openManifest(projectDirectory, into, catalogue);
  try {
    return await writeAll(request, manifest, partsFolder);
  } finally {
    manifest.close();
    rmSync(partsFolder, { recursive: true, force: true });
  }
}

async function writeAll(request: ExportRequest, manifest: Manifest, partsFolder: string): Promise<ExportResult> {
  const { projectDirectory, into } = request;
  const existing = await lookAround(request, manifest);
  const draft = draftManifest(projectDirectory, into, partsFolder);
  const writer = createWriter({ projectDirectory, manifest, draft, partsFolder });
  const planner = createFilePlanner(request, { existing, manifest, settle: writer.flush });
  let turn = 0;
  for (const document of request.documents) {
    turn += 1;
    if (turn % turnLength === 0) await breathe();
    for (const planned of await planner.filesOf(document)) await writer.take(planned);
  }
  await writer.flush();
  const { gone, stays } = restOf(manifest, writer.isKept, request.isGone);
  for (const [index, file] of gone.entries()) {
    if (index % turnLength === 0) await breathe();
    rmSync(join(projectDirectory, file), { force: true });
  }
  draft.finish(stays);
  return { ...writer.counts(), removed: gone.length };
}

interface Writer {
  readonly take: (planned: PlannedFile) => Promise<void>;
  /** After it all files that were taken are in their place. */
  readonly flush: () => Promise<void>;
  readonly isKept: (entry: number) => boolean;
  readonly counts: () => Pick<ExportResult, 'written' | 'unchanged'>;
}

/** How much is written together. */
const together = { files: 64, characters: 1 << 20 };

function createWriter(at: {
  readonly projectDirectory: string;
  readonly manifest: Manifest;
  readonly draft: ManifestDraft;
  readonly partsFolder: string;
}): Writer {
  const { projectDirectory, manifest, draft, partsFolder } = at;
  const keptEntries = new Uint8Array(manifest.count);
  let waiting: { readonly path: string; readonly text: string }[] = [];
  let unknown: ManifestEntry[] = [];
  let characters = 0;
  let [written, unchanged] = [0, 0];
  const flush = async (): Promise<void> => {
    const [files, entries] = [waiting, unknown];
    [waiting, unknown, characters] = [[], [], 0];
    if (files.length === 0) return;
    draft.announce(entries);
    await writeTogether(files, partsFolder);
    written += files.length;
  };
  return {
    take: async ({ file, address, text, isOurs, isSame }) => {
      const known = manifest.ofFile(file);
      for (const entry of known) keptEntries[entry] = 1;
      if (isOurs) draft.keep({ file, address, digest: digestText(text) });
      const path = join(projectDirectory, file);
      if (isSame ?? readIfPresent(path) === text) {
        unchanged += 1;
        return;
      }
      if (isOurs && known.length === 0) unknown.push({ file, address });
      waiting.push({ path, text });
      characters += text.length;
      if (waiting.length >= together.files || characters >= together.characters) await flush();
    },
    flush,
    isKept: (entry) => keptEntries[entry] === 1,
    counts: () => ({ written, unchanged }),
  };
}

/** Files of earlier exports that no document came for: those of objects that are gone, and the others. */
function restOf(
  manifest: Manifest,
  isKept: (entry: number) => boolean,
  isGone: ExportRequest['isGone'],
): { readonly gone: readonly string[]; readonly stays: readonly ManifestEntry[] } {
  const gone = new Set<string>();
  const stays = new Map<string, ManifestEntry>();
  for (const [number, entry] of manifest.entries()) {
    if (isKept(number)) continue;
    if (isGone === undefined || isGone(entry.address)) gone.add(entry.file);
    else stays.set(entry.file, entry);
  }
  return { gone: [...gone].filter((file) => !stays.has(file)), stays: [...stays.values()] };
}
