import { readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { JsonObject } from '../../core/index.ts';
import {
  contentDigestOf,
  formatAddress,
  type Catalogue,
  type Contents,
  type ResourceDescriptor,
} from '../../core/resource/index.ts';
import { contentFileOf } from '../artifact/content-files.ts';
import { projectError } from '../errors.ts';
import { writeFileIfChanged } from '../files/atomic-write.ts';
import { findYamlFiles } from '../load/find-files.ts';
import { loadDocument } from '../load/load-document.ts';
import { slugOf } from '../load/read-yaml.ts';
import { comparableAddress } from '../load/resource-key.ts';
import { toFileText, toFileValue, updateFileText } from './document-yaml.ts';
import { readManifest, writeManifest, type ExportManifest } from './manifest.ts';
import { freeSlug } from './slug.ts';

/** A document on its way into a file: references as `{ $ref }`, content as `{ $content: digest }`. */
export interface PortableDocument {
  readonly type: string;
  readonly key: readonly string[];
  readonly document: JsonObject;
}

/** What to write and where. */
export interface ExportRequest {
  /** Folder of the project. */
  readonly projectDirectory: string;
  /** Folder of the export, below the project and relative to it: `environments/dev/live` or `config`. */
  readonly into: string;
  readonly documents: readonly PortableDocument[];
  /** Texts of contents by digest. */
  readonly contents: Contents;
  readonly catalogue: Catalogue;
  /** Types that were exported in full: files of objects that are gone are removed for these only. Absent: all. */
  readonly types?: readonly string[] | undefined;
}

/** Paths relative to the project. */
export interface ExportResult {
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  readonly removed: readonly string[];
}

/**
 * Writes one file per document, so that the same documents give the same bytes. A file that describes an address keeps
 * its name for good, and its comments; objects that are gone lose their file only if an earlier export made it (the
 * manifest in the folder says so). Errors: SB2027, SB2033 when `into` leads out of the project.
 */
export function writeDocuments(request: ExportRequest): ExportResult {
  const { projectDirectory, into } = request;
  if (relative(projectDirectory, join(projectDirectory, into)).startsWith('..'))
    throw projectError('SB2033', `${into} is not inside the project.`, { into });
  const manifest = readManifest(projectDirectory, into);
  const files = chooseFiles(request, manifest);
  const written: string[] = [];
  const unchanged: string[] = [];
  const owned: Record<string, string> = {};
  for (const { file, address, text, isOurs } of files) {
    (writeFileIfChanged(join(projectDirectory, file), text) ? written : unchanged).push(file);
    if (isOurs) owned[file] = address;
  }
  const kept = new Set(files.map(({ file }) => file));
  const gone = Object.entries(manifest.files).filter(([file]) => !kept.has(file));
  const removed = gone.filter(
    ([, address]) => request.types === undefined || request.types.includes(address.split('/')[0] ?? ''),
  );
  for (const [file] of removed) rmSync(join(projectDirectory, file), { force: true });
  const stays = gone.filter(([file]) => !removed.some(([other]) => other === file));
  writeManifest(projectDirectory, into, { files: { ...owned, ...Object.fromEntries(stays) } });
  return { written, unchanged, removed: removed.map(([file]) => file).toSorted() };
}

interface PlannedFile {
  readonly file: string;
  readonly address: string;
  readonly text: string;
  /** Made by this or an earlier export, so that a later one may remove it. */
  readonly isOurs: boolean;
}

interface ExistingFile {
  readonly file: string;
  readonly document: JsonObject;
}

function chooseFiles(request: ExportRequest, manifest: ExportManifest): readonly PlannedFile[] {
  const { projectDirectory, into, catalogue } = request;
  const present = new Map<string, ExistingFile>();
  const taken = new Map<string, Set<string>>();
  for (const file of findYamlFiles(projectDirectory, into)) {
    takeSlug(taken, file);
    const found = loadDocument(projectDirectory, file, catalogue).value;
    const descriptor = found === undefined ? undefined : catalogue.find(found.type);
    if (found !== undefined && descriptor !== undefined)
      present.set(comparableAddress(descriptor, found.key), { file, document: found.document });
  }
  return request.documents
    .map((document) => ({ document, address: formatAddress(document) }))
    .toSorted((left, right) => (left.address < right.address ? -1 : left.address > right.address ? 1 : 0))
    .flatMap(({ document, address }) => {
      const descriptor = catalogue.find(document.type);
      if (descriptor === undefined) return [];
      const known = present.get(comparableAddress(descriptor, document.key));
      const file = known?.file ?? newFile(descriptor, document, { into, taken });
      const isOurs = known === undefined || manifest.files[file] !== undefined;
      return planFiles(request, descriptor, document, { file, address, isOurs, before: known?.document });
    });
}

function newFile(
  descriptor: ResourceDescriptor,
  document: PortableDocument,
  among: { readonly into: string; readonly taken: Map<string, Set<string>> },
): string {
  const folder = `${among.into}/${descriptor.area}/${descriptor.type}`.split(sep).join('/');
  const file = `${folder}/${freeSlug(document.key, formatAddress(document), among.taken.get(folder) ?? new Set())}.yaml`;
  takeSlug(among.taken, file);
  return file;
}

function planFiles(
  { projectDirectory, contents, catalogue }: ExportRequest,
  descriptor: ResourceDescriptor,
  { key, document }: PortableDocument,
  at: {
    readonly file: string;
    readonly address: string;
    readonly isOurs: boolean;
    readonly before: JsonObject | undefined;
  },
): readonly PlannedFile[] {
  const { file, address, isOurs, before } = at;
  const field = descriptor.content?.field;
  const digest = field === undefined ? undefined : contentDigestOf(document[field]);
  const contentFile = file.replace(/\.ya?ml$/u, '.content.yaml');
  const authored = field === undefined ? undefined : contentFileOf(before?.[field]);
  // A text the author keeps elsewhere may hold {{…}}; what the organisation renders from it must not replace it.
  const text =
    digest === undefined || (authored !== undefined && authored !== contentFile) ? undefined : contents[digest];
  const placed =
    field === undefined || digest === undefined
      ? document
      : { ...document, [field]: text === undefined ? (before?.[field] ?? null) : { file: contentFile } };
  const value = toFileValue(descriptor, key, placed, catalogue);
  const own = {
    file,
    address,
    isOurs,
    text:
      before === undefined
        ? toFileText(value)
        : updateFileText(readFileSync(join(projectDirectory, file), 'utf8'), value),
  };
  return text === undefined ? [own] : [own, { file: contentFile, address, isOurs, text }];
}

function takeSlug(taken: Map<string, Set<string>>, file: string): void {
  const folder = file.slice(0, file.lastIndexOf('/'));
  const slugs = taken.get(folder) ?? new Set();
  slugs.add(slugOf(file).normalize('NFC').toLowerCase());
  taken.set(folder, slugs);
}
