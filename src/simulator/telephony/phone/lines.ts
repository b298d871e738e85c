import type { Context } from '../../context.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';

/** A line of a phone, or the settings of one in phone base settings. */
export type Line = JsonObject & { readonly id: string };

/** The lines of a stored object. */
export function linesOf(entity: Entity | undefined): readonly Line[] {
  const lines = entity?.['lines'];
  return Array.isArray(lines) ? lines.filter(isLine) : [];
}

/** Lines as they are stored: one that the object had keeps its id, by the id given or by its place; others get one. */
export function acceptLines(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const given = Array.isArray(body['lines']) ? body['lines'].filter(isObject) : undefined;
  if (given === undefined) return body;
  const known = linesOf(before);
  const lines = given.map((line, index) => {
    const own = known.find(({ id }) => id === line['id']) ?? (line['id'] === undefined ? known[index] : undefined);
    return { ...line, name: textOf(line, 'name'), state: 'active', id: own?.id ?? context.organisation.ids.next() };
  });
  return { ...body, lines };
}

function isLine(value: unknown): value is Line {
  return isObject(value) && typeof value['id'] === 'string';
}
