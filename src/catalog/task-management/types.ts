import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { taskManagementWorkbin } from './task-management-workbin.ts';
import { taskManagementWorkitem } from './task-management-workitem.ts';
import { taskManagementWorkitemSchema } from './task-management-workitem-schema.ts';
import { taskManagementWorktype } from './task-management-worktype.ts';
import { taskManagementWorktypeFlowDatebasedRule } from './task-management-worktype-flow-datebased-rule.ts';
import { taskManagementWorktypeFlowOnattributechangeRule } from './task-management-worktype-flow-onattributechange-rule.ts';
import { taskManagementWorktypeFlowOncreateRule } from './task-management-worktype-flow-oncreate-rule.ts';
import { taskManagementWorktypeStatus } from './task-management-worktype-status.ts';
import { taskManagementWorktypeStatusTransition } from './task-management-worktype-status-transition.ts';

/** The types of this area. */
export const taskManagementTypes: readonly ResourceDescriptor[] = [
  taskManagementWorkbin,
  taskManagementWorkitem,
  taskManagementWorkitemSchema,
  taskManagementWorktype,
  taskManagementWorktypeFlowDatebasedRule,
  taskManagementWorktypeFlowOnattributechangeRule,
  taskManagementWorktypeFlowOncreateRule,
  taskManagementWorktypeStatus,
  taskManagementWorktypeStatusTransition,
];
