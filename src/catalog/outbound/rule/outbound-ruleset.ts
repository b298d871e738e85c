import { crudApi, describeType, objectReferences, permissionsOf } from '../../describe/index.ts';

const conditions = 'rules[].conditions[]';
const actions = 'rules[].actions[]';

/** Rules applied before a call of a campaign and after its wrap-up. */
export const outboundRuleset = describeType({
  type: 'outbound_ruleset',
  area: 'outbound',
  noun: 'rule set',
  key: ['name'],
  fields: ['name', 'contactList', 'queue', 'rules'],
  required: ['name', 'rules'],
  lists: {
    rules: { kind: 'ordered' },
    [`${conditions}.codes`]: { kind: 'set' },
    [`${conditions}.contactColumnToDataActionFieldMappings`]: { kind: 'keyed', by: 'dataActionField' },
    [`${actions}.contactColumnToDataActionFieldMappings`]: { kind: 'keyed', by: 'dataActionField' },
  },
  references: [
    ...objectReferences({
      contactList: 'outbound_contact_list',
      queue: 'routing_queue',
      [`${conditions}.dataAction`]: 'integration_action',
      [`${actions}.dataAction`]: 'integration_action',
    }),
    {
      // Other conditions list the platform's own results of calls there.
      path: `${conditions}.codes[]`,
      wire: 'id',
      type: 'routing_wrapupcode',
      when: { field: 'type', values: ['wrapupCondition'] },
    },
    { path: `${actions}.properties.skills`, wire: 'id-list-text', type: 'routing_skill' },
  ],
  versioned: true,
  api: crudApi({ path: '/api/v2/outbound/rulesets', pageSize: 100 }),
  permissions: permissionsOf('outbound:ruleSet'),
  audit: { service: 'Outbound', entityType: 'RuleSet' },
  effect: 'in-progress',
});
