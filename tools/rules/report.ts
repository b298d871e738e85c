import { rules } from './registry.ts';
import type { Source, Violation } from './source.ts';

/** A violation with the name of the rule that found it. */
export interface Finding extends Violation {
  readonly rule: string;
}

/** Applies every house rule; findings come in order of path and line. */
export function findViolations(sources: readonly Source[]): readonly Finding[] {
  return Object.entries(rules)
    .flatMap(([rule, apply]) => apply(sources).map((violation) => ({ ...violation, rule })))
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.line - b.line);
}

/** Findings grouped by folder, one line each, as `./dev check rules` prints them. */
export function formatFindings(findings: readonly Finding[]): string {
  const folders = Map.groupBy(findings, ({ path }) =>
    path
      .split('/')
      .slice(0, path.startsWith('src/') ? 2 : 1)
      .join('/'),
  );
  return [...folders]
    .map(([folder, entries]) => {
      const lines = entries.map(({ path, line, rule, message }) => `  ${path}:${line}  ${rule}: ${message}`);
      return [`${folder}  (${entries.length})`, ...lines].join('\n');
    })
    .join('\n');
}
