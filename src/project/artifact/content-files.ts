import { realpathSync } from 'node:fs';
import { isAbsolute, join, normalize, relative } from 'node:path';
import { digestText, isJsonObject, type Json, type JsonObject, type SourceLocation } from '../../core/index.ts';
import { projectError } from '../errors.ts';
import { readBytes, type SourceRoot } from '../files/source-files.ts';

/** The content a document names by file: `{ file: flows/main.yaml, substitutions: { … } }`. */
export function contentFileOf(value: Json | undefined): string | undefined {
  if (!isJsonObject(value) || typeof value['file'] !== 'string') return undefined;
  return Object.keys(value).every((key) => key === 'file' || key === 'substitutions') ? value['file'] : undefined;
}

/**
 * The document with content files read: their texts go into `contents` by digest, and `{ $content, substitutions? }`
 * takes the place of the file name. Line ends become LF, so that a checkout's settings do not change the digest.
 */
export function embedContent(
  root: SourceRoot,
  document: JsonObject,
  contents: Record<string, string>,
  source: SourceLocation,
): JsonObject {
  return Object.fromEntries(
    Object.entries(document).map(([field, value]) => {
      const file = contentFileOf(value);
      if (file === undefined || !isJsonObject(value)) return [field, value];
      const text = readContentFile(root, file, source).replaceAll('\r\n', '\n');
      const digest = digestText(text);
      contents[digest] = text;
      const { substitutions } = value;
      return [field, { $content: digest, ...(substitutions === undefined ? {} : { substitutions }) }];
    }),
  );
}

/** The text of a content file. Errors: SB2021 when it is missing, outside the project, or not UTF-8. */
export function readContentFile(root: SourceRoot, file: string, source: SourceLocation): string {
  const refuse = (reason: string, cause?: unknown): never => {
    throw projectError(
      'SB2021',
      `${source.file}:${source.line ?? 1}: ${file} ${reason}.`,
      { file, usedBy: source.file },
      cause,
    );
  };
  if (isAbsolute(file) || leaves('/project', join('/project', file))) return refuse('leads out of the project');
  try {
    if (typeof root === 'string' && leaves(realpathSync(root), realpathSync(join(root, file))))
      return refuse('leads out of the project');
    return new TextDecoder('utf-8', { fatal: true }).decode(readBytes(root, normalize(file).split('\\').join('/')));
  } catch (error) {
    if (error instanceof Error && error.name === 'SignalboxError') throw error;
    return refuse(error instanceof TypeError ? 'is not UTF-8' : 'can not be read', error);
  }
}

function leaves(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way);
}
