import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** What business rules may speak of: the properties that columns of decision tables take their values from. */
export const businessRulesSchema = describeType({
  type: 'business_rules_schema',
  area: 'business-rules',
  noun: 'business rules schema',
  level: 'B',
  key: ['name'],
  fields: ['name', 'enabled', 'jsonSchema'],
  freeForm: ['jsonSchema'],
  required: ['name', 'jsonSchema'],
  lists: { 'jsonSchema.required': { kind: 'set' } },
  versioned: true,
  api: crudApi({
    path: '/api/v2/businessrules/schemas',
    pageSize: 500,
    list: { paging: 'none', whole: false },
    create: { only: ['jsonSchema'] },
    update: { only: ['enabled', 'jsonSchema'] },
    goneStates: ['deleted'],
  }),
  permissions: permissionsOf('businessrules:businessRulesSchema'),
  audit: { service: 'BusinessRules', entityType: 'Schema' },
  knownLimits: [
    'The platform takes the name from `jsonSchema.title`: a document gives both alike.',
    'A new schema is enabled; one that should not be is disabled by a later deployment.',
  ],
});
