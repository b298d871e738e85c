import { clientsCollection } from '../access/credentials.ts';
import type { EntityType } from '../entity/entity-type.ts';

/** OAuth clients, to be read only; the secret never shows. */
export const clientType: EntityType = {
  name: clientsCollection,
  label: 'OAuth client',
  path: '/api/v2/oauth/clients',
  idParameter: 'clientId',
  list: { permissions: { any: ['oauth:client:view'] }, maxPageSize: 1000 },
  get: { permissions: { any: ['oauth:client:view'] } },
  hidden: ['secret', 'rateLimitPerMinute'],
  audit: { service: 'PeoplePermissions', entityType: 'OAuthClient' },
};
