import {
  isJsonArray,
  isJsonObject,
  mapPattern,
  valueAt,
  withValueAt,
  type Json,
  type JsonObject,
} from '../../core/index.ts';
import type { ResourceDescriptor, WriteRules } from '../../core/resource/index.ts';

/** The body as this write takes it: fields left out, kept, or given as bare ids, as the rules say. */
export function bodyFor(rules: WriteRules, body: JsonObject): JsonObject {
  const renamed = Object.entries(rules.asIds ?? {}).map(([from, to]) => ({ from: from.split('.'), to: to.split('.') }));
  const written = Object.entries(body).filter(([name]) => isWritten(rules, name));
  let kept: JsonObject = Object.fromEntries(written);
  for (const { from } of renamed) kept = withValueAt(kept, from, undefined);
  for (const { from, to } of renamed) {
    const value = valueAt(body, from);
    if (value !== undefined) kept = withValueAt(kept, to, bareIds(value));
  }
  return kept;
}

/** True when the write takes the top-level field, under whatever name. */
export function takesField(rules: WriteRules, name: string): boolean {
  return isWritten(rules, name) || Object.keys(rules.asIds ?? {}).some((from) => from.split('.')[0] === name);
}

/** Texts that stand in secret places of a body; no error may show them. */
export function secretsIn(descriptor: ResourceDescriptor, body: Json): readonly string[] {
  const found: string[] = [];
  for (const pattern of descriptor.secret) {
    mapPattern(body, pattern, (value) => {
      collectTexts(value, found);
      return value;
    });
  }
  return found;
}

function isWritten(rules: WriteRules, name: string): boolean {
  if (rules.omit?.includes(name) === true) return false;
  return rules.only === undefined || name === 'version' || rules.only.includes(name);
}

function bareIds(value: Json): Json {
  if (isJsonArray(value)) return value.map(bareIds);
  return isJsonObject(value) ? (value['id'] ?? null) : value;
}

function collectTexts(value: Json, found: string[]): void {
  if (typeof value === 'string') found.push(value);
  else if (isJsonArray(value)) for (const item of value) collectTexts(item, found);
  else if (isJsonObject(value)) for (const item of Object.values(value)) collectTexts(item, found);
}
