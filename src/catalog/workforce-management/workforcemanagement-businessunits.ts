import { crudApi, describeType, inDivision } from '../describe/index.ts';

const path = '/api/v2/workforcemanagement/businessunits';
const asIds = { division: 'divisionId' } as const;

/** Business units of workforce management, with the settings they are made with. */
export const workforcemanagementBusinessunits = describeType({
  type: 'workforcemanagement_businessunits',
  area: 'workforce-management',
  noun: 'business unit',
  level: 'B',
  key: ['name'],
  fields: ['name', 'division', 'settings'],
  readOnly: [
    'settings.metadata',
    'settings.learning',
    'settings.coaching',
    'settings.scheduling.syncTimeOffProperties',
  ],
  createOnly: ['settings'],
  required: ['name', 'division', 'settings'],
  lists: {
    'settings.scheduling.messageSeverities': { kind: 'keyed', by: 'type' },
    'settings.notifications.scheduling.activityCategorySettings': { kind: 'keyed', by: 'activityCategory' },
  },
  references: inDivision,
  api: crudApi({
    path,
    pageSize: 500,
    list: { paging: 'none', whole: false },
    getQuery: { expand: 'settings' },
    create: { asIds },
    update: { method: 'PATCH', only: ['name'], asIds },
  }),
  permissions: {
    view: ['wfm:businessUnit:view'],
    add: ['wfm:businessUnit:add'],
    edit: ['wfm:businessUnit:edit'],
    delete: ['wfm:businessUnit:delete'],
  },
  audit: { service: 'WorkforceManagement', entityType: 'BusinessUnit' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
  knownLimits: [
    'Settings are written on creation only: a later write needs a version that lies inside them.',
    'Default activity codes, and what time off is synchronised, are left as they are.',
    'A deleted business unit takes its plans, forecasts and schedules with it.',
  ],
});
