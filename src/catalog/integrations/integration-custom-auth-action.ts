import { describeType, objectReferences } from '../describe/index.ts';
import { computedInActions, wholeAction } from './action-fields.ts';

/** The platform makes the id of such an action from the id of its integration. */
const path = '/api/v2/integrations/actions/customAuth_-_{parentId}';

/** How an integration with credentials of the kind `userDefinedOAuth` gets its token: one action, made by the platform. */
export const integrationCustomAuthAction = describeType({
  type: 'integration_custom_auth_action',
  area: 'integrations',
  noun: 'sign-in action of an integration',
  level: 'C',
  shape: { kind: 'facet', parentType: 'integration', parentField: 'integration' },
  key: ['integration'],
  fields: ['integration', 'name', 'config'],
  readOnly: [...computedInActions.filter((place) => place.startsWith('config.')), 'config.timeoutSeconds'],
  freeForm: ['config'],
  references: objectReferences({ integration: 'integration' }),
  versioned: true,
  defaultMode: 'reference',
  portability: 'mapped',
  api: {
    list: { path, paging: 'none', pageSize: 1, query: wholeAction, items: '', whole: true, idField: 'id' },
    update: { method: 'PATCH', path, only: ['name', 'config'] },
    capability: { kind: 'crud' },
  },
  limits: {
    create: 'the platform makes it when its integration gets credentials of the kind `userDefinedOAuth`',
    delete: 'the platform removes it together with the credentials of its integration',
  },
  knownLimits: [
    'Not proven here: the platform makes such an action only for credentials that never pass through Signalbox.',
    'Which id the platform gives it is taken from the official Terraform provider.',
  ],
  permissions: {
    view: ['integrations:action:view'],
    add: [],
    edit: ['integrations:action:edit'],
    delete: [],
  },
  audit: { service: 'Integrations', entityType: 'Action' },
  reversibility: { create: 'irreversible', update: 'exact', delete: 'irreversible' },
  effect: 'in-progress',
});
