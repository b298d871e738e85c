import type { Context } from '../../context.ts';
import type { JsonObject } from '../../kernel/values.ts';
import { consumedBy, consumersOf, type DependencyEnd } from '../../state/dependencies.ts';
import { queryFlag, queryList } from '../../wire/query.ts';
import { findTracked } from './tracked-object.ts';

/** A dependency as answers show it: `deleted` when the object is gone, `updated` when it was renamed since it was used. */
export function shownDependency(context: Context, end: DependencyEnd): JsonObject {
  const live = findTracked(context.organisation, end.type, end.id);
  return {
    id: end.id,
    name: live?.name ?? end.name,
    ...(end.version === undefined ? {} : { version: end.version }),
    type: end.type,
    deleted: live === undefined,
    updated: wasUpdated(context, end),
    stateUnknown: false,
    ...(live ? { selfUri: live.selfUri } : {}),
  };
}

/** The same with what it uses and who uses it, as far as the query asks for these. */
export function shownWithResources(context: Context, end: DependencyEnd): JsonObject {
  const list = (ends: readonly DependencyEnd[], types: string): readonly JsonObject[] =>
    ofTypes(ends, queryList(context.query, types)).map((other) => shownDependency(context, other));
  return {
    ...shownDependency(context, end),
    ...(queryFlag(context.query, 'consumedResources')
      ? { consumedResources: list(consumedBy(context.organisation, end), 'consumedResourceType') }
      : {}),
    ...(queryFlag(context.query, 'consumingResources')
      ? { consumingResources: list(consumersOf(context.organisation, end), 'consumingResourceType') }
      : {}),
  };
}

/** Those of the types; all of them when no type is given. */
export function ofTypes(ends: readonly DependencyEnd[], types: readonly string[]): readonly DependencyEnd[] {
  return types.length === 0 ? ends : ends.filter((end) => types.includes(end.type));
}

/** Whether the object goes by another name now. */
export function wasUpdated(context: Context, end: DependencyEnd): boolean {
  const live = findTracked(context.organisation, end.type, end.id);
  return live !== undefined && end.name !== undefined && live.name !== end.name;
}

/** Whether the object is gone. */
export function wasDeleted(context: Context, end: DependencyEnd): boolean {
  return findTracked(context.organisation, end.type, end.id) === undefined;
}
