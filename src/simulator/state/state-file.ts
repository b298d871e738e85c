import { createReadStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import type { SimulatorState } from './snapshot.ts';
import { createStateReader, stateLines, type StateReader } from './state-lines.ts';

const chunkLength = 1 << 20;

/** Writes a state to a file that is replaced as a whole or not at all, whenever the process dies. */
export async function writeStateFile(path: string, state: SimulatorState): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`;
  const file = await open(unfinished, 'w');
  try {
    for (const chunk of inChunks(stateLines(state))) await file.write(chunk);
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The state in a file; a RangeError when the file holds something else or only a part. */
export async function readStateFile(path: string): Promise<SimulatorState> {
  const reader = createStateReader();
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: chunkLength })) {
    rest = addLines(reader, Buffer.concat([rest, chunk as Buffer]));
  }
  addLines(reader, Buffer.concat([rest, Buffer.from('\n')]));
  return reader.state();
}

/** The state in the bytes of a body; a RangeError as `readStateFile`. */
export function parseState(bytes: Uint8Array): SimulatorState {
  const reader = createStateReader();
  const rest = addLines(reader, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (rest.length > 0) reader.add(rest.toString('utf8'));
  return reader.state();
}

/** Adds the lines that are whole and returns what follows them. Only a line feed ends a line: texts may hold U+2028. */
function addLines(reader: StateReader, bytes: Buffer): Buffer {
  let start = 0;
  for (let feed = bytes.indexOf(10); feed >= 0; feed = bytes.indexOf(10, start)) {
    if (feed > start) reader.add(bytes.toString('utf8', start, feed));
    start = feed + 1;
  }
  return bytes.subarray(start);
}

/** Lines joined to texts of about a megabyte, for writing. */
export function* inChunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += line;
    if (chunk.length < chunkLength) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
