import type { Context } from '../context.ts';
import type { EntityReference } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { stringsAt } from '../kernel/paths.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';

/** Where records name the system that an id of theirs comes from. */
export const sourceReference: EntityReference = {
  path: 'externalIds[].externalSource.id',
  type: 'externalcontacts_external_source',
};

/** The body with the dates that external contacts keep under names of their own. */
export function dated(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const now = isoDate(context.now);
  return { ...body, createDate: before?.['createDate'] ?? now, modifyDate: now };
}

/** The condition of a search: `q` is part of one of the texts at these places; divisions as asked for. */
export function searchCondition(
  query: URLSearchParams,
  places: readonly string[],
): ((record: Entity) => boolean) | undefined {
  const wanted = query.get('q')?.trim().toLowerCase() ?? '';
  const divisions = queryList(query, 'divisionIds');
  if (wanted === '' && divisions.length === 0) return undefined;
  return (record) =>
    (divisions.length === 0 || stringsAt(record, 'division.id').some((id) => divisions.includes(id))) &&
    (wanted === '' || textsAt(record, places).some((text) => text.toLowerCase().includes(wanted)));
}

function textsAt(record: Entity, places: readonly string[]): readonly string[] {
  return [
    places.flatMap((place) => stringsAt(record, place)).join(' '),
    ...places.flatMap((place) => stringsAt(record, place)),
  ];
}
