import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';

/** A catalogue of a few types in the shapes that matter to files: plain, composite key, key field `type`, content, one of a kind, child of a child, secret, a name for ever. */
export const sampleCatalogue: Catalogue = catalogueOf([
  describe('routing_queue', 'queue', ['name', 'division', 'description', 'acwSettings', 'memberGroups', 'queueFlow']),
  describe('routing_skill', 'skill', ['name']),
  describe('user', 'user', ['name']),
  describe('routing_wrapupcode', 'wrap-up code', ['name', 'description']),
  {
    ...describe('architect_datatable_row', 'row', ['table', 'key', 'values']),
    key: { fields: ['table', 'key'], compare: 'exact', unique: true },
  },
  {
    ...describe('flow', 'flow', ['type', 'name', 'content']),
    key: { fields: ['type', 'name'], compare: 'insensitive', unique: true },
    content: {
      field: 'content',
      format: 'architect-yaml',
      revision: 'publishedVersion.id',
      references: () => [],
      keyOf: () => undefined,
      canonical: (parsed) => parsed,
    },
  },
  {
    ...describe('outbound_settings', 'set of outbound settings', ['name', 'maxCallsPerAgent', 'callback']),
    shape: { kind: 'object', single: true },
    key: { fields: [], compare: 'exact', unique: true },
    references: [{ path: 'callback', wire: 'object', type: 'routing_queue' }],
  },
  { ...describe('routing_language', 'language', ['name']), createOnly: ['name'] },
  describe('knowledge_base', 'knowledge base', ['name']),
  {
    ...describe('knowledge_document', 'document', ['base', 'title', 'state']),
    key: { fields: ['base', 'title'], compare: 'exact', unique: true },
    shape: { kind: 'child', parentType: 'knowledge_base', parentField: 'base' },
    references: [{ path: 'base', wire: 'object', type: 'knowledge_base' }],
  },
  {
    ...describe('knowledge_variation', 'variation', ['document', 'name', 'body']),
    key: { fields: ['document', 'name'], compare: 'exact', unique: true },
    shape: { kind: 'child', parentType: 'knowledge_document', parentField: 'document' },
    references: [{ path: 'document', wire: 'object', type: 'knowledge_document' }],
  },
  { ...describe('integration_credential', 'credential', ['name', 'secretFields']), secret: ['secretFields.*'] },
]);

function describe(type: string, noun: string, fields: readonly string[]): ResourceDescriptor {
  return {
    type,
    area: type.split('_')[0] ?? type,
    noun,
    level: 'A',
    shape: { kind: 'object' },
    key: { fields: ['name'], compare: 'insensitive', unique: true },
    defaultMode: 'manage',
    portability: 'portable',
    fields,
    readOnly: [],
    createOnly: [],
    required: [],
    hidden: {},
    secret: [],
    lists: {},
    defaults: {},
    api: {
      list: { path: `/api/v2/${type}`, paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id' },
      capability: { kind: 'crud' },
    },
    references: [],
    versioned: false,
    visibilityLagMs: 0,
    permissions: { view: [], add: [], edit: [], delete: [] },
    audit: { service: 'x', entityType: 'x' },
    reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
    effect: 'none',
    restorable: false,
    limits: {},
    knownLimits: [],
    cost: { pageSize: 100, create: 1, update: 1, delete: 1 },
  };
}

function catalogueOf(descriptors: readonly ResourceDescriptor[]): Catalogue {
  const byType = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor] as const));
  return { find: (type) => byType.get(type), types: [...byType.keys()].toSorted() };
}
