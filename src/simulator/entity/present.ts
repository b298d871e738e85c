import type { Entity, JsonObject } from '../kernel/values.ts';
import { changeParentsAt } from '../kernel/paths.ts';
import { textOf } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { World } from '../world.ts';
import { keepKnown } from '../model/model-form.ts';
import type { EntityReference, EntityType } from './entity-type.ts';

type View = { readonly entity: Entity; readonly expand: readonly string[] };
type Presented = {
  readonly organisation: Organisation;
  readonly type: EntityType;
  readonly revision: number;
  readonly expand: string;
  readonly shown: JsonObject;
};

const latest = new WeakMap<Entity, Presented>();

/**
 * The object as GET and lists answer it: references with names, computed properties, nothing hidden. The answer is kept
 * until anything in the organisation changes.
 */
export function presentEntity(world: World, organisation: Organisation, type: EntityType, view: View): JsonObject {
  const revision = organisation.revision();
  const expand = view.expand.join();
  const kept = latest.get(view.entity);
  const isSame = kept?.organisation === organisation && kept.type === type && kept.expand === expand;
  if (isSame && kept.revision === revision) return kept.shown;
  const shown = presented(world, organisation, type, view);
  latest.set(view.entity, { organisation, type, revision, expand, shown });
  return shown;
}

function presented(world: World, organisation: Organisation, type: EntityType, view: View): JsonObject {
  let shown: JsonObject = nameReferences(world, organisation, type, view.entity);
  if (type.hooks?.present) shown = { ...shown, ...type.hooks.present(organisation, view.entity, view.expand) };
  const concealed = [...(type.hidden ?? []), ...(type.expandable ?? []).filter((name) => !view.expand.includes(name))];
  if (concealed.some((name) => name in shown)) {
    shown = Object.fromEntries(Object.entries(shown).filter(([name]) => !concealed.includes(name)));
  }
  const whole = { ...shown, selfUri: selfUriOf(type, view.entity) };
  return type.model === undefined ? whole : keepKnown(whole, type.model);
}

/** The address of an object, with what it lies under. */
function selfUriOf(type: EntityType, entity: Entity): string {
  const path = type.path.replaceAll(/\{(\w+)\}/gu, (_all, parameter: string) => textOf(entity, `$${parameter}`));
  return `${path}/${entity.id}`;
}

function shownOf({ shows = ['name', 'selfUri'] }: EntityReference, target: EntityType, found: Entity): JsonObject {
  return {
    ...(shows.includes('name') ? { name: textOf(found, 'name') } : {}),
    ...(shows.includes('selfUri') ? { selfUri: selfUriOf(target, found) } : {}),
  };
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
      return found ? { ...parent, ...shownOf(reference, target, found) } : parent;
    });
  }
  return shown;
}
