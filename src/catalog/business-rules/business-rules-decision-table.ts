import { crudApi, describeType, idReferences, inDivision } from '../describe/index.ts';

const writePermissions = ['businessrules:businessRulesSchema:view', 'routing:queue:view'] as const;

/** Decision tables with their columns. Business users edit the rows, version by version: they are left alone. */
export const businessRulesDecisionTable = describeType({
  type: 'business_rules_decision_table',
  area: 'business-rules',
  noun: 'decision table',
  level: 'B',
  key: ['name'],
  fields: ['name', 'division', 'description', 'schemaId', 'columns'],
  readOnly: ['columns.inputs[].id', 'columns.outputs[].id'],
  createOnly: ['division', 'schemaId'],
  required: ['name', 'division', 'schemaId', 'columns'],
  hidden: { schemaId: 'preserved' },
  references: [...inDivision, ...idReferences({ schemaId: 'business_rules_schema' })],
  api: crudApi({
    path: '/api/v2/businessrules/decisiontables',
    pageSize: 100,
    list: { paging: 'cursor' },
    create: { asIds: { division: 'divisionId' } },
    update: { method: 'PATCH', only: ['name', 'description', 'columns'] },
  }),
  permissions: {
    view: ['businessrules:decisionTable:view'],
    add: ['businessrules:decisionTable:add', ...writePermissions],
    edit: ['businessrules:decisionTable:edit', ...writePermissions],
    delete: ['businessrules:decisionTable:delete'],
  },
  audit: { service: 'BusinessRules', entityType: 'DecisionTable' },
  effect: 'in-progress',
  knownLimits: [
    'Rows, and the versions that hold them, are neither read nor written; publishing a version is left to people.',
    'Reading a table does not tell its schema until it was published: an exported document has to be given `schemaId`.',
    'Only the schema knows which columns hold queues: default values of such columns stay ids of one organisation.',
  ],
});
