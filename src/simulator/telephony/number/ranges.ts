import type { Context } from '../../context.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { badRequest, conflict } from '../../wire/platform-error.ts';

/** What a pool of numbers is checked by: its type, the two properties, and what a number looks like. */
export type PoolRule = {
  readonly type: string;
  readonly label: string;
  readonly start: string;
  readonly end: string;
  readonly pattern: RegExp;
};

const largestPool = 100_000;

/** PlatformError 400 for ends that are no range, and 409 where another pool of the organisation has some of the numbers. */
export function checkPool(context: Context, rule: PoolRule, pool: Entity, before: Entity | undefined): void {
  const [start, end] = [textOf(pool, rule.start), textOf(pool, rule.end)];
  for (const name of [rule.start, rule.end]) {
    if (!rule.pattern.test(textOf(pool, name))) throw wrong(name, `${name} is no number of a ${rule.label}.`);
    if (before && before[name] !== pool[name]) throw wrong(name, `${name} of a ${rule.label} cannot change.`);
  }
  if (start.length !== end.length || numberIn(start) > numberIn(end)) {
    throw wrong(rule.end, `${rule.end} must not be in front of ${rule.start}.`);
  }
  if (sizeOf(start, end) > largestPool) throw wrong(rule.end, `A ${rule.label} has at most ${largestPool} numbers.`);
  const others = context.organisation.collection(rule.type).currentAll();
  const twin = others.find(
    (other) => other.id !== pool.id && other['state'] !== 'deleted' && overlaps(rule, pool, other),
  );
  if (!twin) return;
  throw conflict(`The numbers overlap with those of the ${rule.label} "${textOf(twin, 'name')}".`, 'general.conflict', {
    details: [{ errorCode: 'general.conflict', fieldName: rule.start, entityId: twin.id }],
  });
}

/** How many numbers there are from the first to the last, both included. */
export function sizeOf(start: string, end: string): number {
  return numberIn(end) - numberIn(start) + 1;
}

/** The number at a place of a range, as long as the first one. */
export function numberAt(start: string, index: number): string {
  const [, sign = '', digits = ''] = /^(\+?)(\d*)$/u.exec(start) ?? [];
  return `${sign}${String(Number(digits) + index).padStart(digits.length, '0')}`;
}

/** Whether a number lies in a pool. */
export function liesIn(rule: Pick<PoolRule, 'start' | 'end'>, pool: Entity, number: string): boolean {
  const [start, end] = [textOf(pool, rule.start), textOf(pool, rule.end)];
  const isAlike = number.length === start.length && number.startsWith('+') === start.startsWith('+');
  return isAlike && numberIn(number) >= numberIn(start) && numberIn(number) <= numberIn(end);
}

function overlaps({ start, end }: PoolRule, pool: Entity, other: Entity): boolean {
  if (textOf(pool, start).length !== textOf(other, start).length) return false;
  const isBehind = numberIn(textOf(pool, start)) > numberIn(textOf(other, end));
  return !isBehind && numberIn(textOf(pool, end)) >= numberIn(textOf(other, start));
}

function numberIn(text: string): number {
  return Number(text.replace('+', ''));
}

function wrong(fieldName: string, message: string): Error {
  return badRequest(message, 'invalid.value', { details: [{ errorCode: 'invalid.value', fieldName }] });
}
