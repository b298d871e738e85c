import { findModel } from '../model/description.ts';
import type { SimulatorRequest } from '../wire/message.ts';
import type { Random } from './random.ts';

/** An operation to call at random; `body` names the model of its body. */
export type Target = { readonly method: string; readonly path: string; readonly body?: string | undefined };

const oddTexts = [
  '',
  ' ',
  '*',
  'null',
  '../../etc/passwd',
  '%00',
  '%zz',
  'Ünïcode 日本語 🐟',
  '‮gnirts',
  'a'.repeat(5_000),
  "'; DROP TABLE queues; --",
  '__proto__',
  'constructor',
  '00000000-0000-0000-0000-000000000000',
  '{"a":1}',
  '-1',
  '1e999',
];

const oddValues: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  true,
  [],
  {},
  [[[]]],
  [null],
  { id: null },
  { id: 7 },
  { __proto__: { admin: true } },
  'text',
  ['text', 7],
];

const queryNames = [
  'pageSize',
  'pageNumber',
  'expand',
  'name',
  'id',
  'divisionId',
  'sortBy',
  'sortOrder',
  'after',
  'state',
];

/** Ids of objects that exist: all of them, and those that fit a path parameter. */
export type KnownIds = { readonly all: readonly string[]; readonly of: (parameter: string) => readonly string[] };

/** A request that is sometimes right, often slightly wrong and now and then nonsense. */
export function randomRequest(
  random: Random,
  targets: readonly Target[],
  known: KnownIds,
  token: string,
): SimulatorRequest {
  const target = random.pick(targets);
  const ids = known.all;
  const method = random.chance(0.03)
    ? random.pick(['GET', 'PUT', 'PATCH', 'DELETE', 'POST', 'HEAD', 'BREW'])
    : target.method;
  return {
    method,
    path: randomPath(random, target.path, known) + randomQuery(random, ids),
    headers: {
      ...(random.chance(0.97)
        ? { authorization: `Bearer ${random.chance(0.98) ? token : random.pick(oddTexts)}` }
        : {}),
      ...(random.chance(0.95) ? { 'content-type': 'application/json' } : {}),
    },
    ...(method === 'GET' || method === 'DELETE' ? {} : { body: randomBody(random, target.body, ids) }),
  };
}

function randomPath(random: Random, template: string, known: KnownIds): string {
  return template.replaceAll(/\{(\w+)\}/gu, (_all, parameter: string) => {
    const fitting = known.of(parameter);
    if (fitting.length > 0 && random.chance(0.9)) return encodeURIComponent(random.pick(fitting));
    if (known.all.length > 0 && random.chance(0.5)) return encodeURIComponent(random.pick(known.all));
    const text = random.pick(oddTexts);
    return random.chance(0.8) ? encodeURIComponent(text) : text.replaceAll(/[^\w.%-]/gu, '-');
  });
}

function randomQuery(random: Random, ids: readonly string[]): string {
  if (random.chance(0.7)) return '';
  const query = new URLSearchParams();
  for (let count = random.below(3) + 1; count > 0; count -= 1) {
    const value = random.chance(0.4)
      ? String(random.below(300) - 5)
      : random.chance(0.3) && ids.length > 0
        ? random.pick(ids)
        : random.pick(oddTexts);
    query.append(random.pick(queryNames), value);
  }
  return `?${query.toString()}`;
}

function randomBody(random: Random, model: string | undefined, ids: readonly string[]): string {
  if (random.chance(0.03)) return random.pick(['', '{', '[', 'nonsense', '\u0000', '{"name":', '[1,2,', '"text"']);
  if (random.chance(0.05)) return JSON.stringify(random.pick(oddValues));
  return JSON.stringify(randomValue(random, model ?? 'object', ids, 0));
}

function randomValue(random: Random, type: string, ids: readonly string[], depth: number): unknown {
  if (random.chance(depth === 0 ? 0.02 : 0.06)) return random.pick(oddValues);
  if (type === 'string') return randomText(random, ids);
  if (type === 'number') return random.below(20);
  if (type === 'boolean') return random.chance(0.5);
  const list = /^Array<(.+)>$/u.exec(type)?.[1];
  if (list !== undefined) {
    return Array.from({ length: random.below(3) }, () => randomValue(random, list, ids, depth + 1));
  }
  const map = /^\{ \[key: string\]: (.+); \}$/u.exec(type)?.[1];
  if (map !== undefined) return { [random.pick(oddTexts)]: randomValue(random, map, ids, depth + 1) };
  return randomObject(random, type, ids, depth);
}

function randomObject(random: Random, type: string, ids: readonly string[], depth: number): unknown {
  const object: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(findModel(type) ?? {})) {
    const isLikely = property.required === true ? 0.95 : depth < 3 ? 0.25 : 0.05;
    if (property.readOnly || !random.chance(isLikely)) continue;
    object[name] =
      property.enum && property.type === 'string' && random.chance(0.9)
        ? random.pick(property.enum)
        : randomValue(random, property.type, ids, depth + 1);
  }
  if (random.chance(0.05)) object[random.pick(oddTexts)] = random.pick(oddValues);
  if (random.chance(0.2) && ids.length > 0) object['id'] = random.pick(ids);
  return object;
}

function randomText(random: Random, ids: readonly string[]): string {
  if (random.chance(0.3) && ids.length > 0) return random.pick(ids);
  return random.chance(0.6) ? `Name ${random.below(200)}` : random.pick(oddTexts);
}
