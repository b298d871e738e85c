import type { Context } from '../context.ts';
import { refId, textOf, type Entity } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';
import type { EntityType, Listing } from './entity-type.ts';
import { liesUnderPath, requireParents } from './parents.ts';
import { listVisibility } from './visibility.ts';

/** The objects that a list request asks for and its caller may see, sorted by name (descending when asked). */
export function selectEntities(context: Context, type: EntityType, listing: Listing): readonly Entity[] {
  requireParents(context, type);
  const conditions = [
    type.parents === undefined ? undefined : (entity: Entity) => liesUnderPath(context, type, entity),
    listVisibility(context, type),
    type.softDelete === 'readable' && !listing.showsDeleted ? isNotDeleted : undefined,
    nameCondition(context.query, listing),
    divisionCondition(context.query, listing),
    listing.filter?.(context.query, context),
  ].filter((condition) => condition !== undefined);
  const candidates = candidatesOf(context, type, listing);
  const chosen =
    conditions.length === 0 ? candidates : candidates.filter((entity) => conditions.every((holds) => holds(entity)));
  return context.query.get('sortOrder')?.toLowerCase().startsWith('desc') ? chosen.toReversed() : chosen;
}

function candidatesOf(context: Context, type: EntityType, listing: Listing): readonly Entity[] {
  const objects = context.organisation.collection(type.name);
  const ids = listing.byId ? queryList(context.query, 'id') : [];
  return ids.length === 0 ? objects.shownAll() : ids.flatMap((id) => objects.shown(id) ?? []);
}

function isNotDeleted(entity: Entity): boolean {
  return entity['state'] !== 'deleted';
}

function divisionCondition(query: URLSearchParams, listing: Listing): ((entity: Entity) => boolean) | undefined {
  const ids = listing.byDivision ? new Set(queryList(query, 'divisionId')) : new Set<string>();
  return ids.size === 0 ? undefined : (entity) => ids.has(refId(entity['division']) ?? '');
}

function nameCondition(query: URLSearchParams, listing: Listing): ((entity: Entity) => boolean) | undefined {
  const wanted = query.get('name')?.toLowerCase();
  if (!listing.name || !wanted) return undefined;
  const matches = nameTest(listing.name, wanted);
  return (entity) => matches(textOf(entity, 'name').toLowerCase());
}

/** A test of lower-case names against a lower-case filter. */
export function nameTest(style: NonNullable<Listing['name']>, wanted: string): (name: string) => boolean {
  switch (style) {
    case 'exact':
      return (name) => name === wanted;
    case 'prefix':
      return (name) => name.startsWith(wanted);
    case 'contains':
      return (name) => name.includes(wanted);
    case 'wildcard':
      return wildcardTest(wanted);
    default:
      return style satisfies never;
  }
}

function wildcardTest(wanted: string): (name: string) => boolean {
  const inner = wanted.replace(/^\*/, '').replace(/\*$/, '');
  if (wanted.startsWith('*') && wanted.endsWith('*')) return (name) => name.includes(inner);
  if (wanted.startsWith('*')) return (name) => name.endsWith(inner);
  if (wanted.endsWith('*')) return (name) => name.startsWith(inner);
  return (name) => name === wanted;
}
