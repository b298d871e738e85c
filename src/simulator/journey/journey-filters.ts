import type { Listing } from '../entity/entity-type.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';

/**
 * The filters that lists of journey objects share: ids under the list's own parameter, `isActive`, and `queryValue`,
 * looked for in the names or in `queryFields`.
 */
export function journeyFilter(idsParameter: string): NonNullable<Listing['filter']> {
  return (query) => {
    const ids = new Set(queryList(query, idsParameter));
    const active = query.get('isActive');
    const phrase = query.get('queryValue')?.toLowerCase();
    const fields = queryList(query, 'queryFields');
    return (entity) =>
      (ids.size === 0 || ids.has(entity.id)) &&
      (active === null || String(entity['isActive']) === active.toLowerCase()) &&
      (!phrase || textsOf(entity, fields).includes(phrase));
  };
}

function textsOf(entity: Entity, fields: readonly string[]): string {
  const names = fields.length > 0 ? fields : ['displayName', 'name', 'description'];
  return names
    .map((name) => textOf(entity, name))
    .join('\n')
    .toLowerCase();
}
