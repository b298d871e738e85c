import { crudApi, describeType, idReferences, objectReferences, permissionsOf } from '../describe/index.ts';

const path = '/api/v2/webdeployments/configurations';
const draft = `${path}/{id}/versions/draft`;

/** How messengers and support centres look and behave. Every change is published as a new version. */
export const webdeploymentsConfiguration = describeType({
  type: 'webdeployments_configuration',
  area: 'web-deployments',
  noun: 'messenger configuration',
  key: ['name'],
  fields: [
    'name',
    'headlessMode',
    'description',
    'languages',
    'defaultLanguage',
    'customI18nLabels',
    'messenger',
    'position',
    'supportCenter',
    'cobrowse',
    'journeyEvents',
    'authenticationSettings',
    'video',
  ],
  readOnly: ['supportCenter.enabledCategories[].selfUri'],
  lists: {
    languages: { kind: 'set' },
    customI18nLabels: { kind: 'keyed', by: 'language' },
    'customI18nLabels[].localizedLabels': { kind: 'keyed', by: 'key' },
    'messenger.fileUpload.modes[].fileTypes': { kind: 'set' },
    'supportCenter.customMessages': { kind: 'keyed', by: 'type' },
    'supportCenter.screens': { kind: 'keyed', by: 'type' },
    'supportCenter.labelFilter.labels': { kind: 'set' },
    'cobrowse.maskSelectors': { kind: 'set' },
    'cobrowse.channels': { kind: 'set' },
    'cobrowse.readonlySelectors': { kind: 'set' },
    'journeyEvents.excludedQueryParameters': { kind: 'set' },
    'journeyEvents.searchQueryParameters': { kind: 'set' },
    'journeyEvents.trackingSettings.excludedQueryParameters': { kind: 'set' },
    'journeyEvents.trackingSettings.searchQueryParameters': { kind: 'set' },
    'video.channels': { kind: 'set' },
  },
  references: [
    ...idReferences({
      'authenticationSettings.integrationId': 'integration',
      'supportCenter.enabledCategories[].id': 'knowledge_category',
    }),
    ...objectReferences({
      'messenger.apps.knowledge.knowledgeBase': 'knowledge_knowledgebase',
      'supportCenter.knowledgeBase': 'knowledge_knowledgebase',
      'supportCenter.labelFilter.labels[]': 'knowledge_label',
    }),
  ],
  api: {
    ...crudApi({ path, pageSize: 300, list: { paging: 'cursor' }, update: { path: draft } }),
    get: { path: draft },
    capability: {
      kind: 'publish',
      path: `${draft}/publish`,
      body: 'none',
      ready: { field: 'status', values: ['Active'] },
    },
  },
  permissions: permissionsOf('webDeployments:configuration'),
  audit: { service: 'WebDeployments', entityType: 'Configuration' },
  visibilityLagMs: 30_000,
  effect: 'new-only',
  knownLimits: [
    'A draft that someone else left is published with the change.',
    'A deployment names the version it shows: a published change is seen once the deployment is changed, too.',
    'Pictures are named by addresses of the environment they were uploaded to.',
  ],
});
