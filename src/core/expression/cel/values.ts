import { celMap, isCelList, isCelMap, isCelUint, type CelInput, type CelValue } from '@bufbuild/cel';
import { isJsonArray, isJsonObject, type Json } from '../../json/json.ts';
import { listOf } from './flat-list.ts';

/** A value as CEL sees it: objects show own fields only, and nothing is copied before it is looked at. */
export function toCelValue(value: Json): CelValue {
  if (isJsonArray(value)) return listOf(value, toCelValue);
  if (isJsonObject(value)) return celMap(new JsonFields(value) as ReadonlyMap<string, CelInput>);
  return value as CelValue;
}

/** Why a CEL value has no JSON form, or is too large. */
export class UnusableResult extends Error {}

const maxNodes = 100_000;
const maxCharacters = 1_000_000;

/** The JSON form of a result. Throws `UnusableResult` for what JSON can not hold and for results that are too large. */
export function toJsonValue(value: CelValue): Json {
  const left = { nodes: maxNodes, characters: maxCharacters };
  return convert(value, left);
}

function convert(value: CelValue, left: { nodes: number; characters: number }): Json {
  left.nodes -= 1;
  if (typeof value === 'string') left.characters -= value.length;
  if (left.nodes < 0 || left.characters < 0) {
    throw new UnusableResult(`the result is larger than ${maxNodes} values or ${maxCharacters} characters`);
  }
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return toJsonNumber(value);
  if (typeof value === 'bigint') return toSafeNumber(value);
  if (isCelUint(value)) return toSafeNumber(value.value);
  if (isCelList(value)) return Array.from(value, (item) => convert(item, left));
  if (isCelMap(value)) return Object.fromEntries(Array.from(value, ([key, item]) => [toKey(key), convert(item, left)]));
  throw new UnusableResult('the result is a time, a duration, bytes or a type; wrap it in string(…)');
}

function toJsonNumber(value: number): number {
  if (!Number.isFinite(value)) throw new UnusableResult(`the result ${value} is not a number that JSON can hold`);
  // A negative zero would print and digest like zero but compare differently.
  return value === 0 ? 0 : value;
}

function toSafeNumber(value: bigint): number {
  if (value > BigInt(Number.MAX_SAFE_INTEGER) || value < BigInt(Number.MIN_SAFE_INTEGER)) {
    throw new UnusableResult(`the result ${value} is too large for an exact number`);
  }
  return Number(value);
}

function toKey(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new UnusableResult('the result has a key that is not text');
}

/** The own fields of a JSON object as the map interface that the library reads. */
class JsonFields implements ReadonlyMap<string, CelValue> {
  readonly #fields: Readonly<Record<string, Json>>;

  constructor(fields: Readonly<Record<string, Json>>) {
    this.#fields = fields;
  }

  get size(): number {
    return Object.keys(this.#fields).length;
  }

  get(key: string): CelValue | undefined {
    if (typeof key !== 'string' || !Object.hasOwn(this.#fields, key)) return undefined;
    const value = this.#fields[key];
    return value === undefined ? undefined : toCelValue(value);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  keys(): MapIterator<string> {
    return Object.keys(this.#fields).values();
  }

  *values(): Generator<CelValue, undefined> {
    for (const [, value] of this.entries()) yield value;
  }

  *entries(): Generator<[string, CelValue], undefined> {
    for (const [key, value] of Object.entries(this.#fields)) yield [key, toCelValue(value)];
  }

  forEach(visit: (value: CelValue, key: string, map: ReadonlyMap<string, CelValue>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this);
  }

  [Symbol.iterator](): Generator<[string, CelValue], undefined> {
    return this.entries();
  }
}
