import { isObject, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { findModel, modelNamed, type Model, type ModelProperty } from './description.ts';

/**
 * Checks a body against a request model and returns its writable properties; unknown, read-only and null ones are
 * left out, as is an empty text where a value must be one of several. PlatformError 400 for a wrong type, a value outside
 * an enum, or a missing required property at any depth; what is read-only is never required, nor what a reference lacks.
 */
export function checkBody(body: unknown, modelName: string): JsonObject {
  if (!isObject(body)) throw badRequest('The request body is missing or is not a JSON object.', 'invalid.request.body');
  if (modelName === 'object') return body;
  const model = modelNamed(modelName);
  const accepted: Record<string, unknown> = {};
  for (const [name, property] of Object.entries(model)) {
    const value = body[name];
    if (value === undefined || value === null || isUnchosen(value, property)) {
      if (property.required && !property.readOnly) throw missing(name);
      continue;
    }
    if (property.readOnly) continue;
    checkValue(value, property, name);
    accepted[name] = value;
  }
  return accepted;
}

function isUnchosen(value: unknown, property: ModelProperty): boolean {
  return value === '' && property.enum !== undefined;
}

/** The properties of a request model that a caller can set. */
export function writableNames(modelName: string): readonly string[] {
  return Object.entries(findModel(modelName) ?? {}).flatMap(([name, property]) => (property.readOnly ? [] : name));
}

/** Checks every member of a list body; PlatformError 400 as `checkBody`. */
export function checkListBody(body: unknown, modelName: string): readonly JsonObject[] {
  if (!Array.isArray(body))
    throw badRequest('The request body is missing or is not a JSON array.', 'invalid.request.body');
  return body.map((item) => checkBody(item, modelName));
}

function checkValue(value: unknown, property: ModelProperty, path: string): void {
  if (value === null) return;
  checkType(value, property.type, path);
  if (!property.enum) return;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const stranger = values.find((item) => typeof item === 'string' && !isAllowed(item, property.enum ?? []));
  if (stranger === undefined) return;
  const message = `Value [${String(stranger)}] is not valid for field [${path}]. Allowable values are: ${property.enum.join(', ')}`;
  throw badRequest(message, 'invalid.value', { details: [{ errorCode: 'invalid.value', fieldName: path }] });
}

/** Letter case does not matter: official clients send `Right_Party_Contact` for `RIGHT_PARTY_CONTACT`. */
function isAllowed(value: string, allowed: readonly string[]): boolean {
  return allowed.includes(value) || allowed.some((item) => item.toLowerCase() === value.toLowerCase());
}

function checkType(value: unknown, type: string, path: string): void {
  if (type === 'object') return;
  if (type === 'string' || type === 'number' || type === 'boolean') {
    if (typeof value !== type) throw wrongType(path, type);
    return;
  }
  const list = /^Array<(.+)>$/.exec(type)?.[1];
  if (list !== undefined) {
    if (!Array.isArray(value)) throw wrongType(path, 'array');
    value.forEach((item, index) => checkType(item, list, `${path}[${index}]`));
    return;
  }
  if (!isObject(value)) throw wrongType(path, 'object');
  const map = /^\{ \[key: string\]: (.+); \}$/.exec(type)?.[1];
  if (map !== undefined) {
    for (const [key, item] of Object.entries(value)) checkType(item, map, `${path}.${key}`);
    return;
  }
  checkNested(value, type, path);
}

function checkNested(value: JsonObject, modelName: string, path: string): void {
  const model = findModel(modelName) ?? {};
  const isReference = namesAnObject(value, model);
  for (const [name, property] of Object.entries(model)) {
    const inner = value[name];
    if (inner !== undefined && !property.readOnly) checkValue(inner, property, `${path}.${name}`);
    const isMissing = property.required === true && (inner === undefined || inner === null);
    if (isMissing && !property.readOnly && !isReference) throw missing(`${path}.${name}`);
  }
}

/** Bodies hold whole models where an id is enough: `owners: [{ id }]` of type `User`. */
function namesAnObject(value: JsonObject, model: Model): boolean {
  return 'selfUri' in model && typeof value['id'] === 'string';
}

function missing(name: string): Error {
  const details = [{ errorCode: 'missing.required.value', fieldName: name }];
  return badRequest(`The request is missing a required value: ${name}.`, 'missing.required.value', { details });
}

function wrongType(path: string, wanted: string): Error {
  const details = [{ errorCode: 'invalid.value.type', fieldName: path }];
  return badRequest(`The value of field [${path}] must be of type ${wanted}.`, 'bad.request', { details });
}
