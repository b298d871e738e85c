import { describeValue } from '../three-way/describe-overlaps.ts';
import { formatPath } from '../json/path.ts';
import type { ComputedValue, DecisionChange, FieldValues } from './decision-change.ts';

/** A change of a decision in the words of a reviewer, on one line. */
export function describeDecisionChange(change: DecisionChange): string {
  switch (change.kind) {
    case 'artifact':
      return 'it is another artifact';
    case 'environment':
      return `it is for ${change.later}, when decided for ${change.earlier}`;
    case 'environment-rules':
      return 'the files of the environment changed';
    case 'organisation':
      return `it is for organisation ${change.later}, when decided for ${change.earlier}`;
    case 'step-appeared':
      return `${change.address}: the ${change.step} is new in it`;
    case 'step-vanished':
      return `${change.address}: the ${change.step} is no longer part of it`;
    case 'step-kind':
      return `${change.address}: to ${change.later}, when decided to ${change.earlier}`;
    case 'step-object':
      return `${change.address}: it is another object now`;
    case 'field':
      return fieldText(change);
    case 'match-appeared':
      return `${change.address}: matched by action ${change.action + 1} now`;
    case 'match-vanished':
      return `${change.address}: no longer matched by action ${change.action + 1}`;
    case 'value':
      return valueText(change);
    case 'form':
      return 'what was matched or read for it is not the same any more';
    default:
      return change satisfies never;
  }
}

function fieldText({ address, path, earlier, later }: Extract<DecisionChange, { kind: 'field' }>): string {
  const place = `${address}: ${formatPath(path)}`;
  if (later === undefined) return `${place} does not change any more`;
  if (earlier === undefined) return `${place} changes too, ${changeText(later)}`;
  return `${place} ${changeText(later)}, when decided ${changeText(earlier)}`;
}

function changeText({ before, after }: FieldValues): string {
  return `${describeValue(before)} → ${describeValue(after)}`;
}

function valueText({ action, address, path, earlier, later }: Extract<DecisionChange, { kind: 'value' }>): string {
  const place = `${address}: action ${action + 1} ${formatPath(path)}`;
  if (later === undefined) return `${place} is no longer computed`;
  if (earlier === undefined) return `${place} is computed too, ${computedText(later)}`;
  if (earlier.expression === later.expression)
    return `${place} computed as ${describeValue(later.value)}, when decided ${describeValue(earlier.value)}, by ${later.expression}`;
  return `${place} computed as ${computedText(later)}, when decided ${computedText(earlier)}`;
}

function computedText({ expression, value }: ComputedValue): string {
  return `${describeValue(value)} by ${expression}`;
}
