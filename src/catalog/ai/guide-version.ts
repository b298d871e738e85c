import { describeType, idReferences, objectReferences } from '../describe/index.ts';

const guides = '/api/v2/guides/{parentId}';
const path = `${guides}/versions/{version}`;
const writable = ['instruction', 'variables', 'resources', 'knowledgeSettings'] as const;

/** What a guide says, in the version that was saved last. */
export const guideVersion = describeType({
  type: 'guide_version',
  area: 'ai',
  noun: 'latest version of a guide',
  level: 'B',
  shape: { kind: 'facet', parentType: 'guide', parentField: 'guide' },
  key: ['guide'],
  fields: ['guide', ...writable],
  readOnly: ['resources.dataActions[].selfUri'],
  lists: { variables: { kind: 'keyed', by: 'name' }, 'resources.dataActions': { kind: 'keyed', by: 'label' } },
  references: [
    ...objectReferences({ guide: 'guide' }),
    ...idReferences({
      'resources.dataActions[].id': 'integration_action',
      'knowledgeSettings.knowledgeId': 'knowledge_knowledgebase',
    }),
  ],
  api: {
    list: { path, paging: 'none', pageSize: 1, items: '', whole: true, idField: 'version' },
    update: { method: 'PATCH', path, only: writable, omit: ['version'] },
    version: { path: guides, field: 'latestSavedVersion.version' },
    capability: { kind: 'crud' },
  },
  permissions: {
    view: ['aiStudio:guideVersion:view'],
    add: [],
    edit: ['aiStudio:guideVersion:edit'],
    delete: [],
  },
  audit: { service: 'AIStudio', entityType: 'GuideVersion' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
  limits: {
    create: 'a guide has a version once somebody saves one in AI Studio; from then on it can be changed',
    delete: 'versions of a guide stay until the guide itself is deleted',
  },
  knownLimits: [
    'Only the version saved last is read and written; earlier versions are left alone.',
    'Making a version ready for tests or production is a job, which is left to people.',
    'Schemas of conversation attributes inside variables are named by ids of one organisation.',
  ],
});
