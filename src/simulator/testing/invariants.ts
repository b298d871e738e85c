import { stringsAt } from '../kernel/paths.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import type { EntityType } from '../entity/entity-type.ts';
import type { OrganisationState } from '../state/snapshot.ts';

/** What an organisation's objects were when they were last looked at. */
export type Watch = {
  /** Ids by type, ever seen. */
  readonly seen: Map<string, Set<string>>;
  /** Highest version by id. */
  readonly versions: Map<string, number>;
};

/** A watch that has seen nothing. */
export function createWatch(): Watch {
  return { seen: new Map(), versions: new Map() };
}

/** What no sequence of requests may bring about; empty when all is well. Looks at stored objects, and remembers them. */
export function brokenInvariants(
  types: ReadonlyMap<string, EntityType>,
  { collections }: OrganisationState,
  watch: Watch,
): readonly string[] {
  const stored = new Map(Object.entries(collections).map(([name, state]) => [name, state.current]));
  for (const [name, entities] of stored) {
    const seen = watch.seen.get(name) ?? new Set();
    for (const entity of entities) seen.add(entity.id);
    watch.seen.set(name, seen);
  }
  return [...types.values()].flatMap((type) => {
    const entities = stored.get(type.name) ?? [];
    return [...twins(type, entities), ...strangers(type, entities, watch), ...fallenVersions(type, entities, watch)];
  });
}

function twins(type: EntityType, entities: readonly Entity[]): readonly string[] {
  if (!type.uniqueName || type.uniqueName.within) return [];
  const names = entities
    .filter((entity) => entity['state'] !== 'deleted')
    .map((entity) => textOf(entity, 'name').toLowerCase());
  const repeated = names.filter((name, index) => name !== '' && names.indexOf(name) !== index);
  return repeated.map((name) => `two of ${type.name} are named ${JSON.stringify(name)}`);
}

/** References may outlive what they name, where the platform lets it be deleted, but never name what never was. */
function strangers(type: EntityType, entities: readonly Entity[], { seen }: Watch): readonly string[] {
  return (type.references ?? []).flatMap((reference) => {
    const known = seen.get(reference.type);
    if (reference.whenUnknown === 'ignore' || reference.when !== undefined || known === undefined) return [];
    return entities
      .flatMap((entity) => stringsAt(entity, reference.path))
      .filter((id) => id !== '*' && !known.has(id))
      .map((id) => `${type.name} refers to ${reference.type} ${JSON.stringify(id)}, which never was`);
  });
}

function fallenVersions(type: EntityType, entities: readonly Entity[], { versions }: Watch): readonly string[] {
  if (!type.version) return [];
  return entities.flatMap((entity) => {
    const version = Number(entity['version']);
    const before = versions.get(entity.id) ?? 0;
    versions.set(entity.id, version);
    return version >= before && version >= 1
      ? []
      : [`${type.name} ${entity.id} fell from version ${before} to ${version}`];
  });
}
