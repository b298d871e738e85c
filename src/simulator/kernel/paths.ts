import { isObject, type JsonObject } from './values.ts';

/** The strings found at a path such as `rings[].actions.skills[].id` or `scripts.*.id`; order of the document. */
export function stringsAt(value: unknown, path: string): readonly string[] {
  const found: string[] = [];
  collect(value, parsePath(path), 0, found);
  return found;
}

const parsed = new Map<string, readonly string[]>();

/** The steps of a path; `[]` stands for every list member and `*` for every value of an object. */
function parsePath(path: string): readonly string[] {
  const known = parsed.get(path);
  if (known) return known;
  const steps = path.replaceAll('[]', '.[]').split('.').filter(Boolean);
  parsed.set(path, steps);
  return steps;
}

function collect(value: unknown, steps: readonly string[], at: number, found: string[]): void {
  const step = steps[at];
  if (step === undefined) {
    if (typeof value === 'string' && value !== '') found.push(value);
  } else if (step === '[]') {
    if (Array.isArray(value)) for (const item of value) collect(item, steps, at + 1, found);
  } else if (isObject(value)) {
    if (step === '*') for (const item of Object.values(value)) collect(item, steps, at + 1, found);
    else if (value[step] !== undefined) collect(value[step], steps, at + 1, found);
  }
}

/**
 * The object with every object that the path leads to (its last step cut off) sent through `change`. What changes is
 * copied; where nothing does, the object itself is the answer.
 */
export function changeParentsAt(
  value: JsonObject,
  path: string,
  change: (parent: JsonObject) => JsonObject,
): JsonObject {
  return changeAt(value, { steps: parsePath(path), change }, 0) as JsonObject;
}

type Change = { readonly steps: readonly string[]; readonly change: (parent: JsonObject) => JsonObject };

function changeAt(value: unknown, wish: Change, at: number): unknown {
  const step = wish.steps[at];
  if (step === undefined || at === wish.steps.length - 1) return isObject(value) ? wish.change(value) : value;
  if (step === '[]') return Array.isArray(value) ? changedList(value, wish, at) : value;
  if (!isObject(value)) return value;
  const keys = step === '*' ? Object.keys(value) : [step];
  let changed: Record<string, unknown> | undefined;
  for (const key of keys) {
    const before = value[key];
    if (before === undefined) continue;
    const after = changeAt(before, wish, at + 1);
    if (after !== before) (changed ??= { ...value })[key] = after;
  }
  return changed ?? value;
}

function changedList(list: readonly unknown[], wish: Change, at: number): readonly unknown[] {
  const after = list.map((item) => changeAt(item, wish, at + 1));
  return after.some((item, index) => item !== list[index]) ? after : list;
}
