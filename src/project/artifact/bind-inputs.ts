import { isJsonArray, isJsonObject, isSameJson, nearestName, type Json, type JsonObject } from '../../core/index.ts';
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

function bindOne(
  name: string,
  declaration: InputDeclaration,
  given: Json | undefined,
): { readonly value?: Json; readonly reason?: string } {
  if (given === undefined)
    return declaration.default === undefined
      ? { reason: `The input ${name} is missing.` }
      : check(name, declaration, declaration.default);
  return check(name, declaration, typeof given === 'string' ? readAs(declaration.type, given) : given);
}

function check(
  name: string,
  declaration: InputDeclaration,
  value: Json | undefined,
): { readonly value?: Json; readonly reason?: string } {
  if (value === undefined || !isOfType(declaration.type, value))
    return { reason: `The input ${name} must be a ${declaration.type}.` };
  if (declaration.allowed === undefined || declaration.allowed.some((allowed) => isSameJson(allowed, value)))
    return { value };
  return {
    reason: `The input ${name} is ${JSON.stringify(value)}; allowed are ${declaration.allowed.map((allowed) => JSON.stringify(allowed)).join(', ')}.`,
  };
}

function readAs(type: InputDeclaration['type'], text: string): Json | undefined {
  if (type === 'string') return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function isOfType(type: InputDeclaration['type'], value: Json): boolean {
  if (type === 'list') return isJsonArray(value);
  if (type === 'object') return isJsonObject(value);
  return typeof value === type;
}
