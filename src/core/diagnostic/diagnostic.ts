/** Where in the author's files something stands; line and column count from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

/** How much a diagnostic weighs: an `error` stops before the first write. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing to tell the reader: what is wrong, why (with the values), what to do next. */
export interface Diagnostic {
  /** Stable, listed in `docs/diagnostics.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in one line. */
  readonly summary: string;
  /** Why, with the values. */
  readonly detail: string;
  /** What to do next. */
  readonly remedy: string;
  readonly address?: string | undefined;
  readonly source?: SourceLocation | undefined;
}

/** True when at least one of them forbids going on. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
