import type { Entity, JsonObject } from '../kernel/values.ts';
import { changeParentsAt } from '../kernel/paths.ts';
import { textOf } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { World } from '../world.ts';
import type { EntityType } from './entity-type.ts';

/** The object as GET and lists answer it: references with names, computed properties, nothing hidden. */
export function presentEntity(
  world: World,
  organisation: Organisation,
  type: EntityType,
  view: { readonly entity: Entity; readonly expand: readonly string[] },
): JsonObject {
  let shown: JsonObject = nameReferences(world, organisation, type, view.entity);
  if (type.hooks?.present) shown = { ...shown, ...type.hooks.present(organisation, view.entity, view.expand) };
  const concealed = [...(type.hidden ?? []), ...(type.expandable ?? []).filter((name) => !view.expand.includes(name))];
  if (concealed.some((name) => name in shown)) {
    shown = Object.fromEntries(Object.entries(shown).filter(([name]) => !concealed.includes(name)));
  }
  return { ...shown, selfUri: `${type.path}/${view.entity.id}` };
}

function nameReferences(world: World, organisation: Organisation, type: EntityType, entity: Entity): JsonObject {
  let shown: JsonObject = entity;
  for (const reference of type.references ?? []) {
    if (!reference.path.endsWith('.id')) continue;
    const target = world.types.get(reference.type);
    if (!target) continue;
    const objects = organisation.collection(reference.type);
    shown = changeParentsAt(shown, reference.path, (parent) => {
      const found = objects.current(textOf(parent, 'id'));
      return found ? { ...parent, name: textOf(found, 'name'), selfUri: `${target.path}/${found.id}` } : parent;
    });
  }
  return shown;
}
