import { isSameJson } from '../../json/canonical-json.ts';
import type { JsonObject } from '../../json/json.ts';
import type { FieldPath } from '../../json/path.ts';
import type { EffectRule, ResourceDescriptor } from '../../resource/descriptor.ts';

/** The effects of a type that a write brings about: `document` is the object as the write leaves it. */
export function effectsOf(
  { effects = [] }: ResourceDescriptor,
  on: EffectRule['on'],
  document: JsonObject,
  changes: readonly { readonly path: FieldPath }[],
): readonly EffectRule[] {
  const written = new Set(on === 'create' ? Object.keys(document) : changes.map(({ path }) => path[0] ?? ''));
  return effects.filter(
    (rule) =>
      rule.on === on &&
      (rule.fields === undefined || rule.fields.some((field) => written.has(field))) &&
      (rule.when === undefined || isSameJson(document[rule.when.field] ?? null, rule.when.is)),
  );
}

/** Fields of the object itself that may move by a write although nobody writes them. */
export function predictedMoves(
  descriptor: ResourceDescriptor,
  on: EffectRule['on'],
  document: JsonObject,
  changes: readonly { readonly path: FieldPath }[],
): readonly FieldPath[] {
  return effectsOf(descriptor, on, document, changes).flatMap(({ moves = [] }) => moves.map((field) => [field]));
}
