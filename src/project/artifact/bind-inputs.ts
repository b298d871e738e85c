import { isJsonArray, isJsonObject, isSameJson, nearestName, type Json, type JsonObject } from '../../core/index.ts';
import { isSecretReferenceText, secretReferenceKinds } from '../../core/resource/index.ts';
import { projectError } from '../errors.ts';
import { suggestion } from '../files/problem.ts';
import type { InputDeclaration } from '../project.ts';

/**
 * The values of all declared inputs: given ones, else defaults. A given text is read as the declared type, so that
 * flags (`--input factor=2`) and files work alike. Errors: SB2023 names every input that is wrong.
 */
export function bindInputs(declared: Readonly<Record<string, InputDeclaration>>, given: JsonObject): JsonObject {
  const names = Object.keys(declared);
  const strangers = Object.keys(given)
    .filter((name) => !Object.hasOwn(declared, name))
    .map((name) => `"${name}" is not an input.${suggestion(nearestName(name, names), names)}`);
  const bound = names.map((name) => ({
    name,
    ...bindOne(name, declared[name] as InputDeclaration, Object.hasOwn(given, name) ? given[name] : undefined),
  }));
  const wrong = [...strangers, ...bound.flatMap(({ reason }) => reason ?? [])];
  if (wrong.length > 0) throw projectError('SB2023', wrong.join(' '), { inputs: wrong });
  return Object.fromEntries(bound.map(({ name, value }) => [name, value ?? null]));
}

interface Bound {
  readonly value?: Json;
  readonly reason?: string;
}

function bindOne(name: string, declaration: InputDeclaration, given: Json | undefined): Bound {
  const value = given ?? declaration.default;
  if (value === undefined) return { reason: `The input ${name} is missing.` };
  if (declaration.type === 'secret') return bindSecret(name, value);
  return check(
    name,
    declaration,
    given !== undefined && typeof value === 'string' ? readAs(declaration.type, value) : value,
  );
}

function check(name: string, declaration: InputDeclaration, value: Json | undefined): Bound {
  if (value === undefined || !isOfType(declaration.type, value))
    return { reason: `The input ${name} must be ${wordsOf(declaration.type)}.` };
  if (declaration.allowed === undefined || declaration.allowed.some((allowed) => isSameJson(allowed, value)))
    return { value };
  return {
    reason: `The input ${name} is ${JSON.stringify(value)}; allowed are ${declaration.allowed.map((allowed) => JSON.stringify(allowed)).join(', ')}.`,
  };
}

function wordsOf(type: InputDeclaration['type']): string {
  if (type === 'number') return 'a number (whole ones below 2^53)';
  return type === 'object' ? 'an object' : `a ${type}`;
}

/** A reference, or `{ reference, version }`. What was given instead is not repeated: it may be the secret. */
function bindSecret(name: string, given: Json): Bound {
  const { reference, version } = isJsonObject(given) ? given : { reference: given, version: undefined };
  if (typeof reference !== 'string' || !isSecretReferenceText(reference))
    return { reason: `The input ${name} must say where the secret is kept: ${secretReferenceKinds.join(':, ')}:.` };
  return { value: { $secret: reference, ...(version === undefined ? {} : { version: String(version) }) } };
}

function readAs(type: InputDeclaration['type'], text: string): Json | undefined {
  if (type === 'string') return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** False for what reading turned into another number (2^53 and more) or into infinity. */
function isExact(value: number): boolean {
  return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
}

function isOfType(type: InputDeclaration['type'], value: Json): boolean {
  if (type === 'list') return isJsonArray(value);
  if (type === 'object') return isJsonObject(value);
  if (type === 'number') return typeof value === 'number' && isExact(value);
  return typeof value === type;
}
