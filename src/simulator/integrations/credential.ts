import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';

const typeNames = [
  'basicAuth',
  'userDefined',
  'userDefinedOAuth',
  'pureCloudOAuthClient',
  'amazonWebServices',
  'salesforce',
  'googleOauth',
];
const view = { any: ['integrations:integration:view'] };

/** Credentials of integrations: their fields are written and never read back. Lists and writes answer an outline. */
export const credentialType: EntityType = {
  name: 'integration_credential',
  label: 'credential',
  path: '/api/v2/integrations/credentials',
  idParameter: 'credentialId',
  model: 'Credential',
  list: { permissions: view, maxPageSize: 100, element: 'CredentialInfo' },
  get: { permissions: view },
  create: { permissions: { any: ['integrations:integration:add'] }, model: 'Credential', answer: 'CredentialInfo' },
  update: {
    method: 'PUT',
    permissions: { any: ['integrations:integration:edit'] },
    model: 'Credential',
    answer: 'CredentialInfo',
  },
  delete: { permissions: { any: ['integrations:integration:delete'] } },
  hidden: ['credentialFields'],
  audit: { service: 'Integrations', entityType: 'Credential' },
  hooks: {
    accept: (context, body, before) => ({
      ...body,
      name: textOf(body, 'name') || textOf(before ?? {}, 'name') || context.organisation.ids.next(),
      createdDate: before?.['createdDate'] ?? isoDate(context.now),
      modifiedDate: isoDate(context.now),
    }),
  },
};

const outlineType: EntityType = { ...credentialType, model: 'CredentialInfo' };

/** The list by cursor and the kinds of credentials. */
export const credentialRoutes: readonly Route[] = [
  { method: 'GET', path: `${credentialType.path}/listing`, permissions: view, handle: listing },
  {
    method: 'GET',
    path: `${credentialType.path}/types`,
    permissions: view,
    handle: () => ({
      status: 200,
      body: typeNames.map((id) => ({ id, name: id, properties: { type: 'object' }, displayOrder: [], required: [] })),
    }),
  },
];

function listing(context: Context): Reply {
  const items = selectEntities(context, credentialType, { permissions: view, maxPageSize: 200 });
  const present = (entity: Entity): unknown => shownTo(context, outlineType, entity);
  return { status: 200, body: cursorPageOf(context, items, { maxPageSize: 200, present }) };
}
