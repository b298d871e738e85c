import type { Diagnostic } from '../../core/index.ts';
import { problem } from './problem.ts';
import { readBytes, type SourceRoot } from './source-files.ts';

/** The text of a project file (`file` is relative to `root`), or what is wrong with its bytes. */
export function readSourceText(
  root: SourceRoot,
  file: string,
): { readonly text: string } | { readonly diagnostics: readonly Diagnostic[] } {
  let bytes: Buffer;
  try {
    bytes = readBytes(root, file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { diagnostics: [problem('SB2001', { file }, `${file} can not be read.`, { detail: reason })] };
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    return { diagnostics: [problem('SB2002', { file, line: 1, column: 1 }, `${file} begins with a byte order mark.`)] };
  }
  const text = decode(bytes);
  if (text === undefined)
    return { diagnostics: [problem('SB2002', { file }, `${file} holds bytes that are not UTF-8.`)] };
  if (text.trim() === '')
    return { diagnostics: [problem('SB2006', { file, line: 1, column: 1 }, `${file} is empty.`)] };
  return { text };
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
