import type { Diagnostic, Severity, SourceLocation } from '../../core/index.ts';
import { projectErrorCodes, type ProjectErrorCode } from '../errors.ts';

/** Something wrong with the project's files, with the remedy of its code. */
export function problem(
  code: ProjectErrorCode,
  source: SourceLocation,
  summary: string,
  more: { readonly detail?: string; readonly severity?: Severity; readonly address?: string } = {},
): Diagnostic {
  return {
    code,
    severity: more.severity ?? 'error',
    summary,
    detail: more.detail ?? projectErrorCodes[code].summary,
    remedy: projectErrorCodes[code].remedy,
    source,
    ...(more.address === undefined ? {} : { address: more.address }),
  };
}

/** The hint that ends a message: the nearest right name, or all of them when they are few. */
export function suggestion(nearest: string | undefined, all: readonly string[]): string {
  if (nearest !== undefined) return ` Did you mean "${nearest}"?`;
  return all.length === 0 || all.length > 12 ? '' : ` Known here: ${all.join(', ')}.`;
}
