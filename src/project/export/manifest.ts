import { appendFileSync, closeSync, fdatasyncSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createTextTable, isJsonObject, type Json, type TextTable } from '../../core/index.ts';
import { parseAddress, type Catalogue } from '../../core/resource/index.ts';
import { syncFolder } from '../files/atomic-write.ts';
import { openLines } from '../files/line-file.ts';
import { unwritable } from '../files/unwritable.ts';
import { comparableAddress } from '../load/resource-key.ts';

/** A file that an export made. */
export interface ManifestEntry {
  /** Relative to the project. */
  readonly file: string;
  /** Of the object it describes. */
  readonly address: string;
  /** Of its text, as `sha256:…`; absent until it was written. */
  readonly digest?: string | undefined;
}

/** Which files of a folder exports made. Entries are read when they are asked for: they would fill the memory. */
export interface Manifest {
  readonly count: number;
  readonly entryAt: (number: number) => ManifestEntry | undefined;
  readonly entries: () => Iterable<readonly [number: number, entry: ManifestEntry]>;
  /** Numbers of the entries for an address, in the form that `comparableAddress` gives. */
  readonly ofAddress: (comparable: string) => readonly number[];
  readonly ofFile: (file: string) => readonly number[];
  readonly close: () => void;
}

/** The manifest of an export folder; without entries when there is none. What can not be understood in it is left out. */
export function openManifest(root: string, folder: string, catalogue: Catalogue): Manifest {
  const lines = openLines(pathOf(root, folder));
  const entryAt = (number: number): ManifestEntry | undefined => parseLine(folder, lines.at(number));
  function* entries(): Generator<readonly [number, ManifestEntry], void> {
    let number = -1;
    for (const line of lines.all()) {
      number += 1;
      const entry = parseLine(folder, line);
      if (entry !== undefined) yield [number, entry];
    }
  }
  const tableOf = (textOf: (entry: ManifestEntry) => string): TextTable => {
    function* texts(): Generator<readonly [number, string], void> {
      for (const [number, entry] of entries()) yield [number, textOf(entry)];
    }
    return createTextTable(texts(), (number) => {
      const entry = entryAt(number);
      return entry === undefined ? undefined : textOf(entry);
    });
  };
  return {
    count: lines.count,
    entryAt,
    entries,
    ofAddress: tableOf(({ address }) => comparableOf(catalogue, address)).find,
    ofFile: tableOf(({ file }) => file).find,
    close: lines.close,
  };
}

/** A manifest in the making. The old one is in force until `finish`. */
export interface ManifestDraft {
  /** Adds an entry; entries come in the order of their addresses. */
  readonly keep: (entry: ManifestEntry) => void;
  /** Puts files into the manifest in force before they appear, so that they are known even if the export dies. */
  readonly announce: (entries: readonly ManifestEntry[]) => void;
  /** Puts the entries in force, together with these of files that were left as they are. */
  readonly finish: (others: readonly ManifestEntry[]) => void;
}

/** A draft, whose lines wait in the folder for parts. */
export function draftManifest(root: string, folder: string, partsFolder: string): ManifestDraft {
  const inForce = pathOf(root, folder);
  const keptPath = join(partsFolder, 'kept');
  const kept = createLineWriter(keptPath);
  return {
    keep: (entry) => kept.write(toLine(folder, entry)),
    announce: (entries) => {
      if (entries.length === 0) return;
      // The first line goes to a line of its own, whatever a process that died left behind.
      append(inForce, ['', ...entries.map((entry) => toLine(folder, entry)), ''].join('\n'));
    },
    finish: (others) => {
      kept.close();
      const nextPath = join(partsFolder, 'manifest');
      const next = createLineWriter(nextPath);
      const keptLines = openLines(keptPath);
      for (const line of merged(folder, keptLines.all(), others)) next.write(line);
      keptLines.close();
      next.close();
      if (hasSameLines(inForce, nextPath)) return;
      put(nextPath, inForce);
    },
  };
}

const fileName = '.signalbox-export.jsonl';

function pathOf(root: string, folder: string): string {
  return join(root, folder, fileName);
}

function toLine(folder: string, { file, address, digest }: ManifestEntry): string {
  return JSON.stringify({ file: file.slice(folder.length + 1), address, ...(digest === undefined ? {} : { digest }) });
}

function parseLine(folder: string, line: string): ManifestEntry | undefined {
  try {
    const value = JSON.parse(line) as Json;
    if (!isJsonObject(value)) return undefined;
    const { file, address, digest } = value;
    // What a manifest names is removed one day, so it must not lead anywhere else.
    if (typeof file !== 'string' || file.split('/').includes('..') || typeof address !== 'string') return undefined;
    return { file: `${folder}/${file}`, address, ...(typeof digest === 'string' ? { digest } : {}) };
  } catch {
    return undefined;
  }
}

function comparableOf(catalogue: Catalogue, address: string): string {
  const parsed = parseAddress(address);
  const descriptor = parsed === undefined ? undefined : catalogue.find(parsed.type);
  return parsed === undefined || descriptor === undefined ? address : comparableAddress(descriptor, parsed.key);
}

function* merged(folder: string, kept: Iterable<string>, others: readonly ManifestEntry[]): Generator<string, void> {
  const waiting = others.toSorted(compareEntries);
  let next = 0;
  for (const line of kept) {
    const entry = parseLine(folder, line);
    for (let other = waiting[next]; entry && other && compareEntries(other, entry) < 0; other = waiting[next]) {
      yield toLine(folder, other);
      next += 1;
    }
    yield line;
  }
  for (const other of waiting.slice(next)) yield toLine(folder, other);
}

function compareEntries(left: ManifestEntry, right: ManifestEntry): number {
  return compareTexts(left.address, right.address) || compareTexts(left.file, right.file);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

interface LineWriter {
  readonly write: (line: string) => void;
  /** After it all lines are on the disk. */
  readonly close: () => void;
}

const gatheredLines = 500;

function createLineWriter(path: string): LineWriter {
  const file = orUnwritable(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    return openSync(path, 'w');
  });
  let lines: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    lines = [];
    orUnwritable(path, () => {
      for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done);
    });
  };
  return {
    write: (line) => {
      lines.push(line);
      if (lines.length >= gatheredLines) flush();
    },
    close: () => {
      flush();
      orUnwritable(path, () => fdatasyncSync(file));
      closeSync(file);
    },
  };
}

function append(path: string, text: string): void {
  orUnwritable(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, text, { flush: true });
  });
}

function put(from: string, to: string): void {
  orUnwritable(to, () => {
    renameSync(from, to);
    syncFolder(dirname(to));
  });
}

function hasSameLines(left: string, right: string): boolean {
  const [one, other] = [openLines(left), openLines(right)];
  try {
    if (one.count !== other.count) return false;
    const others = other.all();
    for (const line of one.all()) if (others.next().value !== line) return false;
    return true;
  } finally {
    one.close();
    other.close();
  }
}

function orUnwritable<Result>(path: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    throw unwritable(path, error);
  }
}
