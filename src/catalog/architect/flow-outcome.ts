import { crudApi, describeType, inDivision } from '../describe/index.ts';

/** Outcomes: what a flow reports to have reached. A change is an operation that the platform finishes by itself. */
export const flowOutcome = describeType({
  type: 'flow_outcome',
  area: 'architect',
  noun: 'flow outcome',
  key: ['name'],
  fields: ['name', 'division', 'description'],
  references: inDivision,
  api: crudApi({ path: '/api/v2/flows/outcomes', pageSize: 100, delete: 'none' }),
  limits: { delete: 'the public API has no way to delete a flow outcome' },
  permissions: {
    view: ['architect:flowOutcome:view'],
    add: ['architect:flowOutcome:add'],
    edit: ['architect:flowOutcome:edit'],
    delete: [],
  },
  audit: { service: 'Architect', entityType: 'FlowOutcome' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
