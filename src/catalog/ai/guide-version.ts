import { crudApi, describeType, idReferences, objectReferences } from '../describe/index.ts';

const path = '/api/v2/guides/{parentId}/versions';
const writable = ['instruction', 'variables', 'resources', 'knowledgeSettings'] as const;

/** What a guide says, in the version that was saved last. */
export const guideVersion = describeType({
  type: 'guide_version',
  area: 'ai',
  noun: 'version of a guide',
  level: 'B',
  shape: { kind: 'child', parentType: 'guide', parentField: 'guide' },
  key: ['guide'],
  fields: ['guide', ...writable],
  readOnly: ['resources.dataActions[].selfUri'],
  createOnly: ['guide'],
  required: ['guide', 'instruction'],
  lists: { variables: { kind: 'keyed', by: 'name' }, 'resources.dataActions': { kind: 'keyed', by: 'label' } },
  references: [
    ...objectReferences({ guide: 'guide' }),
    ...idReferences({
      'resources.dataActions[].id': 'integration_action',
      'knowledgeSettings.knowledgeId': 'knowledge_knowledgebase',
    }),
  ],
  api: {
    ...crudApi({
      path,
      pageSize: 1,
      list: { path: `${path}/{version}`, paging: 'none', items: '', idField: 'version' },
      update: { method: 'PATCH', only: writable, omit: ['version'] },
      delete: 'none',
    }),
    version: { path: '/api/v2/guides/{parentId}', field: 'latestSavedVersion.version' },
  },
  permissions: {
    view: ['aiStudio:guideVersion:view'],
    add: ['aiStudio:guideVersion:add'],
    edit: ['aiStudio:guideVersion:edit'],
    delete: [],
  },
  audit: { service: 'AIStudio', entityType: 'GuideVersion' },
  effect: 'in-progress',
  limits: { delete: 'versions of a guide stay until the guide itself is deleted' },
  knownLimits: [
    'Only the version saved last is read and written; earlier versions are left alone.',
    'Making a version ready for tests or production is a job, which is left to people.',
    'Schemas of conversation attributes inside variables are named by ids of one organisation.',
  ],
});
