import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { routingLanguage } from './routing-language.ts';
import { routingQueue } from './routing-queue.ts';
import { routingQueueMembers } from './routing-queue-members.ts';
import { routingQueueWrapupcodes } from './routing-queue-wrapupcodes.ts';
import { routingSkill } from './routing-skill.ts';
import { routingWrapupcode } from './routing-wrapupcode.ts';

/** The types of this area. */
export const routingTypes: readonly ResourceDescriptor[] = [
  routingLanguage,
  routingQueue,
  routingQueueMembers,
  routingQueueWrapupcodes,
  routingSkill,
  routingWrapupcode,
];
