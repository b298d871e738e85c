import type { Json, JsonObject } from '../json/json.ts';
import type { KeyRule, ResourceDescriptor } from './descriptor.ts';
import { isLinkedReference } from './reference.ts';

/** Key part and id of what an organisation has exactly one of. */
export const singleName = 'organisation';

/** True where an organisation has exactly one object of the type. */
export function isSingle({ shape }: Pick<ResourceDescriptor, 'shape'>): boolean {
  return shape.kind === 'object' && shape.single === true;
}

/** The key parts of the object behind a handle, or undefined when it is not known. */
export type KeyOfHandle = (type: string, handle: string) => readonly string[] | undefined;

/** The natural key of a document, parent first, or undefined when a part is missing or a referenced key is not known. */
export function keyOfDocument(
  descriptor: ResourceDescriptor,
  document: JsonObject,
  keyOfHandle: KeyOfHandle,
): readonly string[] | undefined {
  if (isSingle(descriptor)) return [singleName];
  const parts: string[] = [];
  for (const field of descriptor.key.fields) {
    const part = keyPart(document[field], keyOfHandle);
    if (part === undefined) return undefined;
    parts.push(...part);
  }
  return parts;
}

/** The form in which keys of this rule are compared: NFC, and lower case where case does not count. */
export function comparableKey(rule: KeyRule, key: readonly string[]): string {
  const text = key.map((part) => part.normalize('NFC')).join('\u0000');
  return rule.compare === 'insensitive' ? text.toLowerCase() : text;
}

function keyPart(value: Json | undefined, keyOfHandle: KeyOfHandle): readonly string[] | undefined {
  if (isLinkedReference(value)) return keyOfHandle(value.$type, value.$handle);
  if (typeof value === 'string' && value !== '') return [value];
  return typeof value === 'number' ? [String(value)] : undefined;
}
