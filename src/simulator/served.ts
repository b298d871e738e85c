import type { PermissionRule } from './access/permission.ts';
import { features } from './features.ts';
import { propertyNames } from './model/model-form.ts';
import { entityRoutes, entityTypes } from './registry.ts';

/** An operation behind a token that the simulator serves. */
export type ServedOperation = { readonly method: string; readonly path: string; readonly permissions: PermissionRule };

/** What the simulator knows of a configuration type, for comparison with what somebody else knows of it. */
export type ServedType = {
  readonly name: string;
  /** Properties of its GET model; undefined where the answers are put together by hand. */
  readonly properties: ReadonlySet<string> | undefined;
  readonly isVersioned: boolean;
  readonly audit: { readonly service: string; readonly entityType: string };
  /** Places that hold ids of other objects. */
  readonly references: readonly { readonly path: string; readonly type: string }[];
};

/** Every operation behind a token, in no particular order. */
export function servedOperations(): readonly ServedOperation[] {
  return [...entityRoutes(), ...features.flatMap(({ routes = [] }) => routes)].map(({ method, path, permissions }) => ({
    method,
    path,
    permissions,
  }));
}

/** Every type of which there are any number of objects. */
export function servedTypes(): readonly ServedType[] {
  return [...entityTypes().values()].map(({ name, model, version, audit, references = [] }) => ({
    name,
    properties: model === undefined ? undefined : propertyNames(model),
    isVersioned: version !== undefined,
    audit,
    references: references.map(({ path, type }) => ({ path, type })),
  }));
}
