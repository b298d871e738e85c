import type { Feature } from '../feature.ts';
import { ruleTypes } from './flow-rules.ts';
import { statusType } from './status.ts';
import { workbinType } from './workbin.ts';
import { workitemSchemaRoutes, workitemSchemaType } from './workitem-schema.ts';
import { workitemType } from './workitem.ts';
import { worktypeType } from './worktype.ts';

/** Task management: workbins, work types with statuses and rules, schemas, work items. */
export const taskManagementFeature: Feature = {
  name: 'task-management',
  types: [workbinType, workitemSchemaType, worktypeType, statusType, ...ruleTypes, workitemType],
  routes: workitemSchemaRoutes,
};
