import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Task management. */
export const taskManagementFeature: Feature = {
  name: 'task-management',
  types: [
    describedType('task_management_workbin', { label: 'workbin', audit: { service: 'TaskManagement' } }),
    describedType('task_management_workitem', { label: 'workitem', audit: { service: 'TaskManagement' } }),
    describedType('task_management_workitem_schema', {
      label: 'workitem schema',
      audit: { service: 'TaskManagement' },
    }),
    describedType('task_management_worktype', { label: 'worktype', audit: { service: 'TaskManagement' } }),
    describedType('task_management_worktype_flow_datebased_rule', {
      label: 'worktype flow datebased rule',
      audit: { service: 'TaskManagement' },
    }),
    describedType('task_management_worktype_flow_onattributechange_rule', {
      label: 'worktype flow onattributechange rule',
      audit: { service: 'TaskManagement' },
    }),
    describedType('task_management_worktype_flow_oncreate_rule', {
      label: 'worktype flow oncreate rule',
      audit: { service: 'TaskManagement' },
    }),
    describedType('task_management_worktype_status', {
      label: 'worktype status',
      audit: { service: 'TaskManagement' },
    }),
  ],
};
