import type { EntityType } from '../entity/entity-type.ts';

/** Wrap-up codes; division `*` makes a code available in all divisions. */
export const wrapupCodeType: EntityType = {
  name: 'routing_wrapupcode',
  label: 'wrap-up code',
  path: '/api/v2/routing/wrapupcodes',
  idParameter: 'codeId',
  list: {
    permissions: { all: ['routing:wrapupCode:view'] },
    maxPageSize: 100,
    name: 'wildcard',
    byId: true,
    byDivision: true,
  },
  get: { permissions: { all: ['routing:wrapupCode:view'] } },
  create: { permissions: { all: ['routing:wrapupCode:add'] }, model: 'WrapupCodeRequest' },
  update: { method: 'PUT', permissions: { all: ['routing:wrapupCode:edit'] }, model: 'WrapupCodeRequest' },
  delete: { permissions: { all: ['routing:wrapupCode:delete'] } },
  divided: true,
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'division.id', type: 'auth_division', blocksDelete: 400 }],
  stamps: ['dateCreated', 'dateModified', 'createdBy', 'modifiedBy'],
  audit: { service: 'ContactCenter', entityType: 'WrapupCode' },
};
