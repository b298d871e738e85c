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
    return;
  }
  for (const next of membersAt(value, step)) collect(next, steps, at + 1, found);
}

function membersAt(value: unknown, step: string): readonly unknown[] {
  if (step === '[]') return Array.isArray(value) ? value : [];
  if (!isObject(value)) return [];
  return step === '*' ? Object.values(value) : [value[step]];
}

/** A copy of the object in which every object that the path leads to (its last step cut off) went through `change`. */
export function changeParentsAt(
  value: JsonObject,
  path: string,
  change: (parent: JsonObject) => JsonObject,
): JsonObject {
  const steps = parsePath(path);
  return changeAt(value, steps.slice(0, -1), change) as JsonObject;
}

function changeAt(value: unknown, steps: readonly string[], change: (parent: JsonObject) => JsonObject): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return isObject(value) ? change(value) : value;
  if (step === '[]') return Array.isArray(value) ? value.map((item) => changeAt(item, rest, change)) : value;
  if (!isObject(value)) return value;
  const keys = step === '*' ? Object.keys(value) : step in value ? [step] : [];
  if (keys.length === 0) return value;
  return { ...value, ...Object.fromEntries(keys.map((key) => [key, changeAt(value[key], rest, change)])) };
}
