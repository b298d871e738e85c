import { describedType, type OwnFacts } from '../described/described-type.ts';
import type { EntityType, Listing } from '../entity/entity-type.ts';
import { textOf, type Entity } from '../kernel/values.ts';

/** What is said of an outbound type; `filter` is a condition of its list beside the name. */
type OutboundFacts = Omit<OwnFacts, 'audit'> & { readonly filter?: Listing['filter'] };

/**
 * An outbound type: names are unique, and lists compare `name` as `filterType` says, as a prefix where it says nothing.
 */
export function outboundType(name: string, { filter, ...own }: OutboundFacts): EntityType {
  const type = describedType(name, {
    uniqueName: { status: 409, code: 'general.conflict' },
    ...own,
    audit: { service: 'Outbound' },
  });
  if (!type.list) return type;
  const { name: _name, ...list } = type.list;
  return { ...type, list: { ...list, filter: (query, context) => bothOf(nameTest(query), filter?.(query, context)) } };
}

/** A condition that an object refers to what each of these query parameters names: property path by parameter. */
export function refersTo(paths: Readonly<Record<string, (entity: Entity) => readonly string[]>>): Listing['filter'] {
  return (query) => {
    const asked = Object.entries(paths).flatMap(([parameter, idsIn]) => {
      const ids = query.getAll(parameter);
      return ids.length === 0 ? [] : [{ ids, idsIn }];
    });
    if (asked.length === 0) return undefined;
    return (entity) => asked.every(({ ids, idsIn }) => idsIn(entity).some((id) => ids.includes(id)));
  };
}

type Condition = (entity: Entity) => boolean;

function bothOf(first: Condition | undefined, second: Condition | undefined): Condition | undefined {
  if (!first || !second) return first ?? second;
  return (entity) => first(entity) && second(entity);
}

function nameTest(query: URLSearchParams): Condition | undefined {
  const wanted = query.get('name')?.toLowerCase();
  if (!wanted) return undefined;
  const nameOf = (entity: Entity): string => textOf(entity, 'name').toLowerCase();
  switch (query.get('filterType')?.toLowerCase()) {
    case 'equals':
      return (entity) => nameOf(entity) === wanted;
    case 'contains':
    case 'regex':
      return (entity) => nameOf(entity).includes(wanted);
    case 'lessthan':
      return (entity) => nameOf(entity) < wanted;
    case 'lessthanequalto':
      return (entity) => nameOf(entity) <= wanted;
    case 'greaterthan':
      return (entity) => nameOf(entity) > wanted;
    case 'greaterthanequalto':
      return (entity) => nameOf(entity) >= wanted;
    default:
      return (entity) => nameOf(entity).startsWith(wanted);
  }
}
