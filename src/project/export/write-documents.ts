import { readFileSync, rmSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Json, JsonObject } from '../../core/index.ts';
import { contentDigestOf, formatAddress, type Catalogue, type ResourceDescriptor } from '../../core/resource/index.ts';
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
  /** Text of its content. */
  readonly contentText?: string | undefined;
  /** Who owns the object, where that is not Signalbox; the file's label `managedBy` says so. */
  readonly managedBy?: string | undefined;
}

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
  const { projectDirectory, into, isGone } = request;
  if (relative(projectDirectory, join(projectDirectory, into)).startsWith('..'))
    throw projectError('SB2033', `${into} is not inside the project.`, { into });
  const manifest = readManifest(projectDirectory, into);
  const folder = lookInto(request);
  const written: string[] = [];
  const unchanged: string[] = [];
  const kept = new Set<string>();
  const owned: Record<string, string> = {};
  for (const document of request.documents) {
    for (const { file, address, text, isOurs } of filesOf(request, document, { folder, manifest })) {
      (writeFileIfChanged(join(projectDirectory, file), text) ? written : unchanged).push(file);
      kept.add(file);
      if (isOurs) owned[file] = address;
    }
  }
  const rest = Object.entries(manifest.files).filter(([file]) => !kept.has(file));
  const removed = rest.filter(([, address]) => isGone === undefined || isGone(address)).map(([file]) => file);
  for (const file of removed) rmSync(join(projectDirectory, file), { force: true });
  const gone = new Set(removed);
  const stays = rest.filter(([file]) => !gone.has(file));
  writeManifest(projectDirectory, into, { files: { ...owned, ...Object.fromEntries(stays) } });
  return { written, unchanged, removed: removed.toSorted() };
}

interface PlannedFile {
  readonly file: string;
  readonly address: string;
  readonly text: string;
  /** Made by this or an earlier export, so that a later one may remove it. */
  readonly isOurs: boolean;
}

/** What is in the folder already. */
interface ExportFolder {
  /** By comparable address. */
  readonly present: ReadonlyMap<string, ExistingFile>;
  /** Slugs by folder. */
  readonly taken: Map<string, Set<string>>;
}

interface ExistingFile {
  readonly file: string;
  /** What stands in the field that is a file of its own. */
  readonly content?: Json | undefined;
}

function lookInto({ projectDirectory, into, catalogue }: ExportRequest): ExportFolder {
  const present = new Map<string, ExistingFile>();
  const taken = new Map<string, Set<string>>();
  for (const file of findYamlFiles(projectDirectory, into)) {
    takeSlug(taken, file);
    const found = loadDocument(projectDirectory, file, catalogue).value;
    const descriptor = found === undefined ? undefined : catalogue.find(found.type);
    if (found === undefined || descriptor === undefined) continue;
    const content = descriptor.content === undefined ? undefined : found.document[descriptor.content.field];
    present.set(comparableAddress(descriptor, found.key), { file, content });
  }
  return { present, taken };
}

function filesOf(
  request: ExportRequest,
  document: PortableDocument,
  { folder, manifest }: { readonly folder: ExportFolder; readonly manifest: ExportManifest },
): readonly PlannedFile[] {
  const descriptor = request.catalogue.find(document.type);
  if (descriptor === undefined) return [];
  const address = formatAddress(document);
  const known = folder.present.get(comparableAddress(descriptor, document.key));
  const file = known?.file ?? newFile(descriptor, document, { into: request.into, taken: folder.taken });
  const isOurs = known === undefined || manifest.files[file] !== undefined;
  return planFiles(request, descriptor, document, { file, address, isOurs, before: known });
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
  { projectDirectory, catalogue }: ExportRequest,
  descriptor: ResourceDescriptor,
  { key, document, contentText, managedBy }: PortableDocument,
  at: {
    readonly file: string;
    readonly address: string;
    readonly isOurs: boolean;
    readonly before: ExistingFile | undefined;
  },
): readonly PlannedFile[] {
  const { file, address, isOurs, before } = at;
  const field = descriptor.content?.field;
  const digest = field === undefined ? undefined : contentDigestOf(document[field]);
  const contentFile = file.replace(/\.ya?ml$/u, '.content.yaml');
  const authored = contentFileOf(before?.content);
  // A text the author keeps elsewhere may hold {{…}}; what the organisation renders from it must not replace it.
  const text = digest === undefined || (authored !== undefined && authored !== contentFile) ? undefined : contentText;
  const placed =
    field === undefined || digest === undefined
      ? document
      : { ...document, [field]: text === undefined ? (before?.content ?? null) : { file: contentFile } };
  const value = toFileValue(descriptor, { key, document: placed, managedBy }, catalogue);
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
