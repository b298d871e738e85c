import { crudApi, describeType, idReferences, objectReferences, permissionsOf } from '../describe/index.ts';

/** Which sites show which version of a configuration. */
export const webdeploymentsDeployment = describeType({
  type: 'webdeployments_deployment',
  area: 'web-deployments',
  noun: 'messenger deployment',
  key: ['name'],
  fields: [
    'name',
    'description',
    'allowAllDomains',
    'allowedDomains',
    'supportedContent',
    'flow',
    'pushIntegrations',
    'configuration',
  ],
  readOnly: ['configuration.name', 'configuration.selfUri'],
  required: ['name', 'configuration'],
  lists: { allowedDomains: { kind: 'set' }, pushIntegrations: { kind: 'keyed', by: 'provider' } },
  references: [
    ...objectReferences({ supportedContent: 'conversations_messaging_supportedcontent', flow: 'flow' }),
    ...idReferences({ 'configuration.id': 'webdeployments_configuration', 'pushIntegrations[].id': 'integration' }),
  ],
  api: crudApi({
    path: '/api/v2/webdeployments/deployments',
    pageSize: 300,
    list: { paging: 'cursor', whole: false },
  }),
  permissions: permissionsOf('webDeployments:deployment'),
  audit: { service: 'WebDeployments', entityType: 'Deployment' },
  visibilityLagMs: 30_000,
  effect: 'new-only',
  knownLimits: [
    '`configuration.version` is a number of one organisation: say it per environment.',
    'A deployment that is made again has another id: sites have to be given its new snippet.',
  ],
});
