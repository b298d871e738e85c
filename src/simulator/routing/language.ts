import type { EntityType } from '../entity/entity-type.ts';

/** ACD languages: made and deleted, never changed; deleted ones stay listed with state `deleted`. */
export const languageType: EntityType = {
  name: 'routing_language',
  label: 'language',
  path: '/api/v2/routing/languages',
  idParameter: 'languageId',
  list: { permissions: { none: true }, maxPageSize: 100, name: 'exact', byId: true },
  get: { permissions: { none: true } },
  create: { permissions: { any: ['routing:skill:manage'] }, model: 'Language' },
  delete: { permissions: { any: ['routing:skill:manage'] } },
  softDelete: 'listed',
  uniqueName: { status: 409, code: 'general.conflict' },
  stamps: ['dateModified', 'state'],
  audit: { service: 'ContactCenter', entityType: 'RoutingLanguage' },
  hooks: {
    accept: (_context, body) => ({ name: body['name'] }),
    present: () => ({ version: '1' }),
  },
};
