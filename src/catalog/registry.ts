import type { ResourceDescriptor } from '../core/index.ts';
import { authDivision } from './authorization/auth-division.ts';
import { routingLanguage } from './routing/routing-language.ts';
import { routingQueue } from './routing/routing-queue.ts';
import { routingQueueMembers } from './routing/routing-queue-members.ts';
import { routingQueueWrapupcodes } from './routing/routing-queue-wrapupcodes.ts';
import { routingSkill } from './routing/routing-skill.ts';
import { routingWrapupcode } from './routing/routing-wrapupcode.ts';

/** Every descriptor there is, by area. A new type is added here and nowhere else. */
export const descriptors: readonly ResourceDescriptor[] = [
  authDivision,
  routingLanguage,
  routingQueue,
  routingQueueMembers,
  routingQueueWrapupcodes,
  routingSkill,
  routingWrapupcode,
];
