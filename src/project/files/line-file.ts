import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

/** A text file whose lines are read when they are asked for: of each only its place is held. */
export interface LineFile {
  readonly count: number;
  /** Empty for a line that is not there. */
  readonly at: (line: number) => string;
  /** All lines in order; cheaper than asking for each. */
  readonly all: () => Generator<string, void>;
  readonly close: () => void;
}

const chunkBytes = 1 << 16;

/** Opens a file by lines; one without lines where there is no such file. It may grow meanwhile: that is not seen. */
export function openLines(path: string): LineFile {
  const file = openIfPresent(path);
  if (file === undefined) return { count: 0, at: () => '', all: () => none(), close: () => undefined };
  const end = fstatSync(file).size;
  const starts = [0];
  for (const { bytes, from } of chunksOf(file, end))
    for (let mark = bytes.indexOf(10); mark >= 0; mark = bytes.indexOf(10, mark + 1)) starts.push(from + mark + 1);
  if (starts.at(-1) !== end) starts.push(end);
  return {
    count: starts.length - 1,
    at: (line) => {
      const start = starts[line] ?? end;
      const bytes = Buffer.allocUnsafe((starts[line + 1] ?? start) - start);
      readSync(file, bytes, 0, bytes.length, start);
      return withoutEnd(bytes.toString());
    },
    all: () => linesOf(file, end),
    close: () => closeSync(file),
  };
}

function openIfPresent(path: string): number | undefined {
  try {
    return openSync(path, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function* none(): Generator<string, void> {}

function* linesOf(file: number, end: number): Generator<string, void> {
  const decoder = new StringDecoder();
  let rest = '';
  for (const { bytes } of chunksOf(file, end)) {
    const lines = (rest + decoder.write(bytes)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function* chunksOf(file: number, end: number): Generator<{ readonly bytes: Buffer; readonly from: number }, void> {
  for (let from = 0; from < end;) {
    const bytes = Buffer.allocUnsafe(Math.min(chunkBytes, end - from));
    const read = readSync(file, bytes, 0, bytes.length, from);
    if (read === 0) return;
    yield { bytes: bytes.subarray(0, read), from };
    from += read;
  }
}

function withoutEnd(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}
