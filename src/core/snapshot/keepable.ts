import type { Json } from '../json/json.ts';
import { parsePattern } from '../json/path.ts';
import { fingerprint, withoutPattern } from '../resource/canonical-form.ts';
import type { Mode, ResourceDescriptor } from '../resource/descriptor.ts';
import type { LiveObject } from '../resource/live-object.ts';

/**
 * What of a live object may be kept in a file: never a secret; of types that are only referred to, such as people, no
 * more than their key, name, state and references; of others the fields that the type has here, and numbers and truth
 * values besides. With its fingerprint.
 */
export function keepableObject(descriptor: ResourceDescriptor, mode: Mode, live: LiveObject): LiveObject {
  const kept = Object.entries(live.body).filter(([name, value]) => isKept(descriptor, mode, name, value));
  let body: Json = Object.fromEntries(kept);
  for (const pattern of descriptor.secret) body = withoutPattern(body, pattern);
  const object = { ...live, body: body as LiveObject['body'] };
  return { ...object, fingerprint: fingerprint(descriptor, object) };
}

const alwaysKept = new Set(['id', 'name', 'state', 'version']);

function isKept(descriptor: ResourceDescriptor, mode: Mode, name: string, value: Json): boolean {
  if (alwaysKept.has(name) || namesOf(descriptor).has(name)) return true;
  return mode === 'reference'
    ? false
    : descriptor.fields.includes(name) || typeof value === 'number' || typeof value === 'boolean';
}

function namesOf({ key, references, content, shape }: ResourceDescriptor): ReadonlySet<string> {
  const patterns = [...key.fields, ...references.map(({ path }) => path), content?.revision ?? ''];
  const names = patterns.map((pattern) => parsePattern(pattern)[0] ?? '');
  return new Set([...names, ...(shape.kind === 'object' ? [] : [shape.parentField])]);
}
