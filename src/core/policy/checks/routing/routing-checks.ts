import type { PolicyCheck } from '../../policy-check.ts';
import { acwRange } from './acw-range.ts';
import { queueWithoutFlow } from './queue-without-flow.ts';
import { queueWithoutMembers } from './queue-without-members.ts';
import { serviceLevelRange } from './service-level-range.ts';
import { staffedQueueDeleted } from './staffed-queue-deleted.ts';
import { staffedQueueLosesSkill } from './staffed-queue-loses-skill.ts';

/** Checks of queues and who answers, by code. */
export const routingChecks: readonly PolicyCheck[] = [
  serviceLevelRange,
  acwRange,
  queueWithoutMembers,
  queueWithoutFlow,
  staffedQueueLosesSkill,
  staffedQueueDeleted,
];
