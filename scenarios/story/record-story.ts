import { readFileSync, writeFileSync } from 'node:fs';
import type { Mismatch } from './play-story.ts';

/** Writes what commands really printed into their story file, in place of what was expected. For a person to read and keep. */
export function recordOutputs(file: string, mismatches: readonly Mismatch[]): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  for (const mismatch of mismatches.toReversed()) {
    const start = mismatch.line;
    let end = start;
    while (end < lines.length && !/^(?:\$ |& |-- \S.* --$|--$)/u.test(lines[end] ?? '')) end++;
    lines.splice(start, end - start, ...mismatch.actual.split('\n'), '');
  }
  writeFileSync(file, lines.join('\n'));
}
