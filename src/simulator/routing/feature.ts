import type { Feature } from '../feature.ts';
import { languageType } from './language.ts';
import { queueMemberRoutes } from './queue-members.ts';
import { queueWrapupCodeRoutes } from './queue-wrapup-codes.ts';
import { queueType } from './queue.ts';
import { skillType } from './skill.ts';
import { utilizationRoutes } from './utilization.ts';
import { wrapupCodeType } from './wrapup-code.ts';

/** Queues with members and wrap-up codes, skills, languages, wrap-up codes, utilization. */
export const routingFeature: Feature = {
  name: 'routing',
  types: [queueType, skillType, languageType, wrapupCodeType],
  routes: [...queueMemberRoutes, ...queueWrapupCodeRoutes, ...utilizationRoutes],
};
