import {
  predictionOf,
  type ComparisonCount,
  type EnvironmentComparison,
  type FieldDifference,
  type ObjectDifference,
} from '../../core/compare/index.ts';
import { formatPath } from '../../core/index.ts';
import { amountOf } from '../text/amount.ts';
import { formatValue } from '../text/value.ts';

/** `99.3 %`, rounded so that only all is all and only nothing is nothing; a dash where nothing was compared. */
export function percentOf(count: ComparisonCount): string {
  const share = predictionOf(count);
  if (share === undefined) return '-';
  const tenths = Math.round(share * 1000) / 10;
  const shown = share < 1 ? Math.min(tenths, 99.9) : tenths;
  return `${share > 0 ? Math.max(shown, 0.1) : 0} %`;
}

/** The comparison in one sentence. */
export function comparisonSummary({ left, right, total }: EnvironmentComparison): string {
  if (total.compared === 0) return `nothing of ${left.environment} and ${right.environment} could be compared`;
  const { compared, identical, mapped, declared, undeclared } = total;
  return `${left.environment} predicts ${right.environment} by ${percentOf(total)}: of ${amountOf(compared, 'object')} ${identical} identical, ${mapped} mapped, ${declared} declared, ${undeclared} undeclared`;
}

/** What an object is called on both sides. */
export function nameOf({ left, right }: ObjectDifference): string {
  if (left === undefined || right === undefined || left === right) return right ?? left ?? '';
  return `${left} ↔ ${right}`;
}

/** What is the matter with an object, in a few words. */
export function headlineOf(difference: ObjectDifference, { left, right }: EnvironmentComparison): string {
  const because = difference.because === undefined ? '' : `: ${difference.because}`;
  switch (difference.kind) {
    case 'only-left':
      return `only in ${left.environment}${because}`;
    case 'only-right':
      return `only in ${right.environment}${because}`;
    case 'changed':
      return difference.fields.length === 0 ? 'another name' : amountOf(difference.fields.length, 'field');
    default:
      return difference.kind satisfies never;
  }
}

/** Path, both values and the class of a field. */
export function fieldTexts(field: FieldDifference): readonly [string, string, string, string] {
  const why = field.because === undefined ? '' : `: ${field.because}`;
  return [formatPath(field.path), formatValue(field.left), formatValue(field.right), `${field.class}${why}`];
}
