import { describeType, idReferences, permissionsOf } from '../describe/index.ts';
import { actionFields, actionLists, computedInActions, wholeAction } from './action-fields.ts';

const path = '/api/v2/integrations/actions/{id}/draft';

/**
 * Drafts of data actions, which nothing uses before they are published. To change what is published, declare the data
 * action itself: its deployment goes through a draft.
 */
export const integrationActionDraft = describeType({
  type: 'integration_action_draft',
  area: 'integrations',
  noun: 'draft of a data action',
  level: 'B',
  key: ['category', 'name'],
  keyRule: { compare: 'exact', unique: false },
  fields: actionFields,
  readOnly: computedInActions,
  createOnly: ['integrationId'],
  freeForm: ['contract', 'config'],
  required: ['category', 'name', 'integrationId', 'contract', 'config'],
  lists: actionLists,
  references: idReferences({ integrationId: 'integration' }),
  versioned: true,
  defaultMode: 'reference',
  api: {
    list: {
      path: '/api/v2/integrations/actions/drafts',
      paging: 'page',
      pageSize: 100,
      items: 'entities',
      whole: false,
      idField: 'id',
    },
    get: { path, query: wholeAction },
    create: { method: 'POST', path: '/api/v2/integrations/actions/drafts' },
    update: { method: 'PATCH', path, only: ['category', 'name', 'config', 'contract', 'secure'] },
    delete: { path },
    capability: { kind: 'crud' },
  },
  knownLimits: ['Nothing publishes a draft by itself: declare an `integration_action` for that.'],
  permissions: permissionsOf('integrations:action'),
  audit: { service: 'Integrations', entityType: 'ActionDraft' },
  cost: { pageSize: 1, create: 1, update: 1, delete: 1 },
});
