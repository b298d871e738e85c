import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject, digestText, type JsonObject } from '../../core/index.ts';
import { contentDigestOf, formatAddress, type ResourceDescriptor } from '../../core/resource/index.ts';
import { contentFileOf } from '../artifact/content-files.ts';
import { toFileText, toFileValue, updateFileText } from './document-yaml.ts';
import {
  comparableSlug,
  takenSlugs,
  type ExistingFile,
  type ExistingFiles,
  type ExportFolder,
} from './existing-files.ts';
import type { Manifest } from './manifest.ts';
import { freeSlug } from './slug.ts';
import type { PortableDocument } from './portable-document.ts';

/** A file as it should be. */
export interface PlannedFile {
  /** Relative to the project. */
  readonly file: string;
  readonly address: string;
  readonly text: string;
  /** Made by this or an earlier export, so that a later one may remove it. */
  readonly isOurs: boolean;
  /** Whether the file is like this already; undefined where nobody looked. */
  readonly isSame?: boolean | undefined;
}

/** Says which files a document becomes. */
export interface FilePlanner {
  /** Sorted by file; none for a type that the catalogue does not have. */
  readonly filesOf: (document: PortableDocument) => Promise<readonly PlannedFile[]>;
}

/** A planner; it calls `settle` before it looks which names are taken in a folder. */
export function createFilePlanner(
  folder: ExportFolder,
  by: { readonly existing: ExistingFiles; readonly manifest: Manifest; readonly settle: () => Promise<void> },
): FilePlanner {
  // Documents come type by type and so folder by folder; names of one folder at a time are held.
  let taken: { readonly folder: string; readonly slugs: Set<string> } | undefined;
  const newFile = async (descriptor: ResourceDescriptor, document: PortableDocument): Promise<string> => {
    const path = `${folder.into}/${descriptor.area}/${descriptor.type}`;
    if (taken?.folder !== path) {
      await by.settle();
      taken = { folder: path, slugs: takenSlugs(join(folder.projectDirectory, path)) };
    }
    const file = `${path}/${freeSlug(document.key, formatAddress(document), taken.slugs)}.yaml`;
    taken.slugs.add(comparableSlug(file));
    return file;
  };
  return {
    filesOf: async (document) => {
      const descriptor = folder.catalogue.find(document.type);
      if (descriptor === undefined) return [];
      const before = by.existing.find(descriptor, document.key);
      const file = before?.file ?? (await newFile(descriptor, document));
      const isOurs = before === undefined || by.manifest.ofFile(file).length > 0;
      return planFiles(folder, descriptor, document, { file, isOurs, before });
    },
  };
}

function planFiles(
  { projectDirectory, catalogue }: ExportFolder,
  descriptor: ResourceDescriptor,
  document: PortableDocument,
  at: { readonly file: string; readonly isOurs: boolean; readonly before: ExistingFile | undefined },
): readonly PlannedFile[] {
  const { file, isOurs, before } = at;
  const address = formatAddress(document);
  const contentFile = file.replace(/\.ya?ml$/u, '.content.yaml');
  const { placed, text } = placeContent(descriptor, document, { contentFile, before });
  const value = toFileValue(descriptor, { ...document, document: placed }, catalogue);
  const own = { file, address, isOurs, ...textOf(projectDirectory, value, before) };
  return text === undefined ? [own] : [{ file: contentFile, address, isOurs, text }, own];
}

/** The document with the content where it stands in files, and the text that goes into a file of its own. */
function placeContent(
  { content }: ResourceDescriptor,
  { document, contentText }: PortableDocument,
  { contentFile, before }: { readonly contentFile: string; readonly before: ExistingFile | undefined },
): { readonly placed: JsonObject; readonly text?: string | undefined } {
  if (content === undefined || contentDigestOf(document[content.field]) === undefined) return { placed: document };
  const authored = contentFileOf(before?.content);
  // A text the author keeps elsewhere may hold {{…}}; what the organisation renders from it must not replace it.
  const text = authored !== undefined && authored !== contentFile ? undefined : contentText;
  const given = document[content.field];
  const substitutions = isJsonObject(given) ? given['substitutions'] : undefined;
  const inFile = { file: contentFile, ...(substitutions === undefined ? {} : { substitutions }) };
  const field = text === undefined ? (before?.content ?? null) : inFile;
  return { placed: { ...document, [content.field]: field }, text };
}

function textOf(
  projectDirectory: string,
  value: JsonObject,
  before: ExistingFile | undefined,
): Pick<PlannedFile, 'text' | 'isSame'> {
  const fresh = toFileText(value);
  if (before === undefined) return { text: fresh };
  if (before.digest === digestText(fresh)) return { text: fresh, isSame: true };
  const old = readFileSync(join(projectDirectory, before.file), 'utf8');
  const text = updateFileText(old, value);
  return { text, isSame: text === old };
}
