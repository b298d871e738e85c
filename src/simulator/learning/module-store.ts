import type { Entity, JsonObject } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** Who is assigned a module by rule; nobody until something else was said. */
export function ruleOf(organisation: Organisation, moduleId: string): JsonObject {
  const stored = rulesIn(organisation).current(moduleId) ?? { id: moduleId, isActive: false, parts: [] };
  return { ...stored, selfUri: `/api/v2/learning/modules/${moduleId}/rule` };
}

/** The rules of modules, by the id of their module. */
export function rulesIn(organisation: Organisation): Collection {
  return organisation.ledger('learning_modules.rules');
}

/** What was published of modules: the id is that of the module and its version. */
export function publishedIn(organisation: Organisation): Collection {
  return organisation.ledger('learning_modules.versions');
}

/** Keeps a version for good. */
export function keepPublished(organisation: Organisation, module: Entity): void {
  publishedIn(organisation).put({ id: `${module.id}/${String(module['version'])}`, moduleId: module.id, module });
}

/** Removes rule and versions of a module that was deleted. */
export function forgetModule(organisation: Organisation, id: string): void {
  if (rulesIn(organisation).current(id)) rulesIn(organisation).remove(id);
  for (const entry of publishedIn(organisation).currentAll())
    if (entry['moduleId'] === id) publishedIn(organisation).remove(entry.id);
}
