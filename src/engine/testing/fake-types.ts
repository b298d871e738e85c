import type { Json } from '../../core/index.ts';
import type { Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';

const base = {
  area: 'fake',
  level: 'A',
  shape: { kind: 'object' },
  defaultMode: 'manage',
  portability: 'portable',
  readOnly: [],
  createOnly: [],
  hidden: {},
  secret: [],
  lists: {},
  defaults: {},
  references: [],
  versioned: false,
  visibilityLagMs: 2_000,
  permissions: { view: [], add: [], edit: [], delete: [] },
  audit: { service: 'Fake', entityType: 'Fake' },
  reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
  effect: 'none',
  restorable: false,
  limits: {},
  knownLimits: [],
  api: {
    list: { path: '/fake', paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id' },
    capability: { kind: 'crud' },
  },
  cost: { pageSize: 100, create: 1, update: 1, delete: 1 },
} satisfies Partial<ResourceDescriptor>;

type Facts = Pick<ResourceDescriptor, 'type' | 'fields'> & Partial<ResourceDescriptor>;

function describe(facts: Facts): ResourceDescriptor {
  return {
    ...base,
    noun: facts.type,
    required: ['name'],
    key: { fields: ['name'], compare: 'insensitive', unique: true },
    ...facts,
  };
}

/** Made-up types that show every kind of behaviour the engine must handle. */
const fakeDescriptors: readonly ResourceDescriptor[] = [
  describe({ type: 'colour', fields: ['name', 'shade'] }),
  describe({
    type: 'crate',
    fields: ['name', 'size', 'options', 'tags', 'colour', 'lid', 'recipe'],
    lists: { tags: { kind: 'set' } },
    defaults: { size: 10, 'options.depth': 1 },
    references: [
      { path: 'colour', wire: 'object', type: 'colour' },
      { path: 'lid', wire: 'object', type: 'lid' },
      { path: 'recipe', wire: 'object', type: 'recipe' },
    ],
  }),
  describe({
    type: 'lid',
    fields: ['name', 'weight', 'crate'],
    versioned: true,
    references: [{ path: 'crate', wire: 'object', type: 'crate' }],
  }),
  describe({
    type: 'crate_labels',
    fields: ['crate', 'labels'],
    required: [],
    key: { fields: ['crate'], compare: 'exact', unique: true },
    shape: { kind: 'facet', parentType: 'crate', parentField: 'crate' },
    lists: { labels: { kind: 'set' } },
    references: [{ path: 'crate', wire: 'object', type: 'crate' }],
  }),
  describe({
    type: 'slot',
    fields: ['crate', 'position', 'value'],
    required: ['position'],
    key: { fields: ['crate', 'position'], compare: 'exact', unique: true },
    shape: { kind: 'child', parentType: 'crate', parentField: 'crate' },
    references: [{ path: 'crate', wire: 'object', type: 'crate' }],
  }),
  describe({ type: 'cord', fields: ['name', 'slot'], references: [{ path: 'slot', wire: 'object', type: 'slot' }] }),
  describe({
    type: 'sticker',
    fields: ['slot', 'text', 'tone'],
    required: ['text'],
    key: { fields: ['slot', 'text'], compare: 'exact', unique: true },
    shape: { kind: 'child', parentType: 'slot', parentField: 'slot' },
    references: [{ path: 'slot', wire: 'object', type: 'slot' }],
  }),
  describe({
    type: 'recipe',
    fields: ['name', 'text', 'note'],
    content: {
      field: 'text',
      format: 'recipe-lines',
      revision: 'published',
      references: () => [],
      keyOf: () => undefined,
      canonical: (parsed: Json) => parsed,
    },
  }),
  describe({
    type: 'badge',
    fields: ['name', 'rank'],
    restorable: true,
    reversibility: { create: 'exact', update: 'exact', delete: 'exact' },
  }),
  describe({
    type: 'house_rules',
    fields: ['quiet', 'colour'],
    required: [],
    key: { fields: [], compare: 'exact', unique: true },
    shape: { kind: 'object', single: true },
    defaults: { quiet: false },
    references: [{ path: 'colour', wire: 'object', type: 'colour' }],
  }),
  describe({ type: 'safe', fields: ['name', 'pin'], hidden: { pin: 'preserved' }, secret: ['pin'] }),
  describe({
    type: 'stamp',
    fields: ['name', 'ink'],
    limits: { delete: 'ink does not wash off' },
    reversibility: { create: 'irreversible', update: 'exact', delete: 'new-id' },
  }),
];

/** The catalogue of the made-up types. */
export const fakeCatalogue: Catalogue = {
  find: (type) => fakeDescriptors.find((descriptor) => descriptor.type === type),
  types: fakeDescriptors.map(({ type }) => type).toSorted(),
};

/** The one content format of the made-up types: lines, of which empty ones do not count. */
export const fakeContentFormats: Readonly<Record<string, (text: string) => Json>> = {
  'recipe-lines': (text) => text.split('\n').filter((line) => line.trim() !== ''),
};
