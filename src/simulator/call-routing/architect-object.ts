import type { EntityType, Stamp } from '../entity/entity-type.ts';

const architectStamps: readonly Stamp[] = ['dateCreated', 'dateModified', 'createdBy', 'modifiedBy', 'state'];

/** What the call-routing types have in common: paged lists by name, divisions, versions with 409, unique names. */
export const architectObject = {
  divided: true,
  version: { style: 'conflict' },
  uniqueName: { status: 409, code: 'general.conflict' },
  stamps: architectStamps,
} as const satisfies Partial<EntityType>;

/** The permission rules of a type of the domain `routing`. */
export function callRoutingPermissions(
  entity: string,
): Readonly<Record<'view' | 'add' | 'edit' | 'delete', { readonly all: readonly string[] }>> {
  return {
    view: { all: [`routing:${entity}:view`] },
    add: { all: [`routing:${entity}:add`] },
    edit: { all: [`routing:${entity}:edit`] },
    delete: { all: [`routing:${entity}:delete`] },
  };
}
