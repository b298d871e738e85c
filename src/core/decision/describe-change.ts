import { describeValue } from '../comparison/describe-overlaps.ts';
import { formatPath } from '../json/path.ts';
import type { ComputedValue, DecisionChange, FieldValues } from './decision-change.ts';

/** A change of a decision in the words of a reviewer, on one line. */
export function describeDecisionChange(change: DecisionChange): string {
  switch (change.kind) {
    case 'artifact':
      return 'it is another artifact';
    case 'environment':
      return `it is for ${change.now}, when decided for ${change.then}`;
    case 'environment-rules':
      return 'the files of the environment changed';
    case 'organisation':
      return `it is for organisation ${change.now}, when decided for ${change.then}`;
    case 'step-appeared':
      return `${change.address}: the ${change.step} is new in it`;
    case 'step-vanished':
      return `${change.address}: the ${change.step} is no longer part of it`;
    case 'step-kind':
      return `${change.address}: to ${change.now}, when decided to ${change.then}`;
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

function fieldText({ address, path, then, now }: Extract<DecisionChange, { kind: 'field' }>): string {
  const place = `${address}: ${formatPath(path)}`;
  if (now === undefined) return `${place} does not change any more`;
  if (then === undefined) return `${place} changes too, ${changeText(now)}`;
  return `${place} ${changeText(now)}, when decided ${changeText(then)}`;
}

function changeText({ before, after }: FieldValues): string {
  return `${describeValue(before)} → ${describeValue(after)}`;
}

function valueText({ action, address, path, then, now }: Extract<DecisionChange, { kind: 'value' }>): string {
  const place = `${address}: action ${action + 1} ${formatPath(path)}`;
  if (now === undefined) return `${place} is no longer computed`;
  if (then === undefined) return `${place} is computed too, ${computedText(now)}`;
  return `${place} computed as ${computedText(now)}, when decided ${computedText(then)}`;
}

function computedText({ expression, value }: ComputedValue): string {
  return `${describeValue(value)} by ${expression}`;
}
