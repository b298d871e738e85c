import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { digestText, type Json } from '../../core/index.ts';
import { parseAddress, type Catalogue, type ResourceDescriptor } from '../../core/resource/index.ts';
import { yamlFilesBelow } from '../load/find-files.ts';
import { loadDocument } from '../load/load-document.ts';
import { slugOf } from '../load/read-yaml.ts';
import { comparableAddress } from '../load/resource-key.ts';
import type { Manifest } from './manifest.ts';

/** A document file that is there already. */
export interface ExistingFile {
  /** Relative to the project. */
  readonly file: string;
  /** Of its text, where it is as the last export left it. */
  readonly digest?: string | undefined;
  /** What stands in the field that is a file of its own. */
  readonly content?: Json | undefined;
}

/** The document files of a folder, by what they describe. */
export interface ExistingFiles {
  readonly find: (descriptor: ResourceDescriptor, key: readonly string[]) => ExistingFile | undefined;
}

/** Where to look. */
export interface ExportFolder {
  readonly projectDirectory: string;
  readonly into: string;
  readonly catalogue: Catalogue;
}

/** How much is done before others get their turn, so that a signal is heard soon. */
export const turnLength = 64;

/**
 * Looks through a folder. Of a file that still has the digest of the manifest nothing needs to be read again: it
 * describes what the manifest says. All others are parsed.
 */
export async function lookAround(folder: ExportFolder, manifest: Manifest): Promise<ExistingFiles> {
  const { projectDirectory, into, catalogue } = folder;
  const isAsWritten = new Uint8Array(manifest.count);
  let turn = 0;
  const turned = async (): Promise<void> => {
    turn += 1;
    if (turn % turnLength === 0) await breathe();
  };
  for (const [number, { file, address, digest }] of manifest.entries()) {
    await turned();
    const text = hasContent(catalogue, address) ? undefined : readIfPresent(join(projectDirectory, file));
    if (text !== undefined && digestText(text) === digest) isAsWritten[number] = 1;
  }
  const parsed = new Map<string, ExistingFile>();
  for (const file of yamlFilesBelow(projectDirectory, into)) {
    await turned();
    if (manifest.ofFile(file).some((number) => isAsWritten[number] === 1)) continue;
    const found = loadDocument(projectDirectory, file, catalogue).value;
    const descriptor = found === undefined ? undefined : catalogue.find(found.type);
    if (found === undefined || descriptor === undefined) continue;
    const content = descriptor.content === undefined ? undefined : found.document[descriptor.content.field];
    parsed.set(comparableAddress(descriptor, found.key), { file, content });
  }
  return {
    find: (descriptor, key) => {
      const comparable = comparableAddress(descriptor, key);
      const known = manifest.ofAddress(comparable).find((number) => isAsWritten[number] === 1);
      return parsed.get(comparable) ?? (known === undefined ? undefined : manifest.entryAt(known));
    },
  };
}

/** The text of a file, or undefined when there is none. */
export function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** Names that are taken in a folder, as they compare where case does not count; none when it does not exist. */
export function takenSlugs(path: string): Set<string> {
  try {
    return new Set(readdirSync(path).map(comparableSlug));
  } catch {
    return new Set();
  }
}

/** The slug of a file as it compares with others. */
export function comparableSlug(file: string): string {
  return slugOf(file).normalize('NFC').toLowerCase();
}

/** Where a part of a document is a file of its own, only the document tells where that lies. */
function hasContent(catalogue: Catalogue, address: string): boolean {
  const type = parseAddress(address)?.type;
  return type !== undefined && catalogue.find(type)?.content !== undefined;
}
