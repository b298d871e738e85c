import type { ResourceDescriptor } from '../core/resource/index.ts';
import { architectDatatable } from './architect/architect-datatable.ts';
import { architectDatatableRow } from './architect/architect-datatable-row.ts';
import { architectEmergencygroup } from './architect/architect-emergencygroup.ts';
import { architectIvr } from './architect/architect-ivr.ts';
import { architectSchedulegroups } from './architect/architect-schedulegroups.ts';
import { architectSchedules } from './architect/architect-schedules.ts';
import { architectUserPrompt } from './architect/architect-user-prompt.ts';
import { architectUserPromptResource } from './architect/architect-user-prompt-resource.ts';
import { flow } from './architect/flow.ts';
import { authDivision } from './authorization/auth-division.ts';
import { authRole } from './authorization/auth-role.ts';
import { group } from './directory/group.ts';
import { location } from './directory/location.ts';
import { user } from './directory/user.ts';
import { integration } from './integrations/integration.ts';
import { integrationAction } from './integrations/integration-action.ts';
import { routingLanguage } from './routing/routing-language.ts';
import { routingQueue } from './routing/routing-queue.ts';
import { routingQueueMembers } from './routing/routing-queue-members.ts';
import { routingQueueWrapupcodes } from './routing/routing-queue-wrapupcodes.ts';
import { routingSkill } from './routing/routing-skill.ts';
import { routingWrapupcode } from './routing/routing-wrapupcode.ts';

/** Every descriptor there is, by area. A new type is added here and nowhere else. */
export const descriptors: readonly ResourceDescriptor[] = [
  architectDatatable,
  architectDatatableRow,
  architectEmergencygroup,
  architectIvr,
  architectSchedulegroups,
  architectSchedules,
  architectUserPrompt,
  architectUserPromptResource,
  authDivision,
  authRole,
  flow,
  group,
  integration,
  integrationAction,
  location,
  routingLanguage,
  routingQueue,
  routingQueueMembers,
  routingQueueWrapupcodes,
  routingSkill,
  routingWrapupcode,
  user,
];
