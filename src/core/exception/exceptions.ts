import type { DeclaredException } from '../environment/environment.ts';
import type { FieldPath } from '../json/path.ts';
import { parsePattern } from '../json/path.ts';
import { matchesGlob } from '../text/glob.ts';

/** An exception covers a difference, or would if its day had not passed. */
export interface FoundException {
  readonly exception: DeclaredException;
  readonly expired: boolean;
}

/**
 * The exception over a field of an object, or over the object as a whole where `path` is absent: one that still holds
 * before one that has expired. `today` is an ISO day or instant.
 */
export function findException(
  exceptions: readonly DeclaredException[],
  at: { readonly address: string; readonly path?: FieldPath | undefined },
  today: string,
): FoundException | undefined {
  let passed: FoundException | undefined;
  for (const exception of exceptions) {
    if (!matchesGlob(exception.resource, at.address) || !coversField(exception, at.path)) continue;
    if (!isExpired(exception, today)) return { exception, expired: false };
    passed ??= { exception, expired: true };
  }
  return passed;
}

/** True when the last day of the exception is over, in UTC. */
export function isExpired({ expires }: DeclaredException, today: string): boolean {
  return today.slice(0, 10) > expires;
}

function coversField({ field }: DeclaredException, path: FieldPath | undefined): boolean {
  if (field === undefined) return true;
  if (path === undefined) return false;
  const parts = parsePattern(field).filter((part) => part !== '[]');
  return parts.length <= path.length && parts.every((part, index) => part === '*' || part === path[index]);
}
