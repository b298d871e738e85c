import { crudApi, describeType, idReferences, permissionsOf } from '../describe/index.ts';
import { actionFields, actionLists, computedInActions, wholeAction } from './action-fields.ts';

/** Data actions. Flows name them by category and name; the contract changes only through a draft. */
export const integrationAction = describeType({
  type: 'integration_action',
  area: 'integrations',
  noun: 'data action',
  key: ['category', 'name'],
  keyRule: { compare: 'exact', unique: false },
  fields: actionFields,
  readOnly: computedInActions,
  createOnly: ['integrationId'],
  freeForm: ['contract', 'config'],
  required: ['category', 'name', 'integrationId', 'contract', 'config'],
  lists: actionLists,
  defaults: { secure: false },
  references: idReferences({ integrationId: 'integration' }),
  versioned: true,
  api: {
    ...crudApi({
      path: '/api/v2/integrations/actions',
      pageSize: 100,
      list: { whole: false },
      getQuery: wholeAction,
      update: { method: 'PATCH', only: ['category', 'name', 'config'] },
    }),
    capability: {
      kind: 'draft-publish',
      draftPath: '/api/v2/integrations/actions/{id}/draft',
      publishPath: '/api/v2/integrations/actions/{id}/draft/publish',
      publishedFields: ['category', 'name', 'config'],
    },
  },
  permissions: permissionsOf('integrations:action'),
  audit: { service: 'Integrations', entityType: 'Action' },
  effect: 'in-progress',
  cost: { pageSize: 1, create: 1, update: 3, delete: 1 },
});
