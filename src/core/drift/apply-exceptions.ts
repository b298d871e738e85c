import type { DeclaredException } from '../environment/environment.ts';
import { findException, type FoundException } from '../exception/exceptions.ts';
import type { FieldPath } from '../json/path.ts';
import type { BaselineComparison } from './compare-baseline.ts';
import type { DeclaredDrift, DriftedField } from './drift.ts';

type Finding = BaselineComparison['findings'][number];

/** Findings without what exceptions cover, and what they cover. */
export interface UndeclaredDrift {
  readonly findings: readonly Finding[];
  readonly declared: readonly DeclaredDrift[];
}

/**
 * Takes out of the findings what an exception covers on this day. A difference whose exception has expired stays, with
 * the exception beside it. That an object is gone or has another name is covered by an exception over all of it only.
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly DeclaredException[],
  today: string,
): UndeclaredDrift {
  const declared: DeclaredDrift[] = [];
  const open = findings.flatMap((finding): readonly Finding[] => {
    const { address, kind } = finding;
    const find = (path?: FieldPath): FoundException | undefined => findException(exceptions, { address, path }, today);
    const whole = kind === 'deleted' || kind === 'renamed' ? find() : undefined;
    if (whole?.expired === false) {
      declared.push({ address, kind, exception: whole.exception });
      return [];
    }
    const fields = finding.fields.flatMap((field): readonly DriftedField[] => {
      const found = find(field.path);
      if (found === undefined) return [field];
      if (found.expired) return [{ ...field, expired: found.exception }];
      declared.push({ address, kind, path: field.path, exception: found.exception });
      return [];
    });
    const isOpen = fields.length > 0 || kind === 'deleted' || kind === 'renamed';
    return isOpen ? [{ ...finding, fields, ...(whole === undefined ? {} : { expired: whole.exception }) }] : [];
  });
  return { findings: open, declared };
}
