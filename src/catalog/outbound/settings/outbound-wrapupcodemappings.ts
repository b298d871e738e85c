import { describeType, idReferences, singleApi } from '../../describe/index.ts';

/** What a wrap-up code means for the contact that it was given to. On the wire this is a map of code ids. */
export const outboundWrapupcodemappings = describeType({
  type: 'outbound_wrapupcodemappings',
  area: 'outbound',
  noun: 'wrap-up code mappings',
  shape: { kind: 'object', single: true },
  key: [],
  fields: ['defaultSet', 'mapping'],
  lists: {
    defaultSet: { kind: 'set' },
    mapping: { kind: 'keyed', by: 'code' },
    'mapping[].flags': { kind: 'set' },
  },
  references: idReferences({ 'mapping[].code': 'routing_wrapupcode' }),
  versioned: true,
  api: {
    ...singleApi('/api/v2/outbound/wrapupcodemappings', { method: 'PUT' }),
    asEntries: { mapping: { name: 'code', value: 'flags' } },
  },
  permissions: {
    view: ['outbound:wrapUpCodeMapping:view'],
    add: [],
    edit: ['outbound:wrapUpCodeMapping:edit'],
    delete: [],
  },
  audit: { service: 'Outbound', entityType: 'WrapUpCodeMapping' },
  effect: 'in-progress',
});
