import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import type { Route } from '../feature.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';

const administrator = { any: ['directory:organization:admin'] } as const;
const shelf = 'simulator.account';

/** The organisation behind the token: GET and PUT, and the switches of its features. */
export const organizationRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v2/organizations/me',
    permissions: { none: true },
    handle: (context) => ({ status: 200, body: organizationOf(context.organisation) }),
  },
  {
    method: 'PUT',
    path: '/api/v2/organizations/me',
    permissions: administrator,
    handle: (context) => ({ status: 200, body: replaceOrganization(context) }),
  },
  {
    method: 'PATCH',
    path: '/api/v2/organizations/features/{featureName}',
    permissions: administrator,
    handle: (context) => ({ status: 200, body: switchFeature(context) }),
  },
];

/** The organisation as the `Organization` model shows it. */
export function organizationOf(organisation: Organisation): Entity {
  const { id, name, shortName, domain, defaultLanguage, defaultCountryCode } = organisation;
  return {
    name,
    defaultLanguage,
    defaultCountryCode,
    thirdPartyURI: '',
    domain,
    version: 1,
    state: 'active',
    defaultSiteId: '',
    supportURI: '',
    voicemailEnabled: true,
    ...organisation.ledger(shelf).current(id),
    id,
    thirdPartyOrgName: shortName,
    features: features(organisation),
    productPlatform: 'GenesysCloud',
    selfUri: `/api/v2/organizations/${id}`,
  };
}

const usualFeatures = {
  chat: true,
  contactCenter: true,
  custserv: false,
  directory: true,
  hipaa: false,
  informalPhotos: true,
  pci: false,
  purecloud: true,
  purecloudVoice: true,
  realtimeCIC: false,
  ucEnabled: true,
  unifiedCommunications: true,
  xmppFederation: false,
};

function features(organisation: Organisation): JsonObject {
  const { id: _id, ...switched } = organisation.ledger(shelf).current('features') ?? { id: '' };
  return { ...usualFeatures, ...switched };
}

function replaceOrganization(context: Context): Entity {
  const { organisation } = context;
  const { version, ...change } = checkBody(context.body, 'Organization');
  const before = organizationOf(organisation);
  if (version !== before['version'])
    throw conflict('The version number of the modified resource must match the version number in the database.');
  const kept = organisation.ledger(shelf).current(organisation.id);
  organisation.ledger(shelf).put({ ...kept, ...change, version: Number(version) + 1, id: organisation.id });
  const after = organizationOf(organisation);
  recordAudit(context, auditOf({ service: 'Directory', entityType: 'Organization' }, before, after));
  return after;
}

function switchFeature(context: Context): JsonObject {
  const { organisation, body } = context;
  const name = context.params['featureName'] ?? '';
  if (!Object.hasOwn(usualFeatures, name)) throw badRequest(`There is no feature ${name}.`, 'invalid.value');
  if (!isObject(body) || typeof body['enabled'] !== 'boolean')
    throw badRequest('The value of field [enabled] must be of type boolean.');
  const before = organisation.ledger(shelf).current('features');
  organisation.ledger(shelf).put({ ...before, id: 'features', [name]: body['enabled'] });
  return features(organisation);
}
