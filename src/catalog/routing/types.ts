import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { routingEmailDomain } from './email/routing-email-domain.ts';
import { routingEmailRoute } from './email/routing-email-route.ts';
import { routingQueueConditionalGroupActivation } from './queue-parts/routing-queue-conditional-group-activation.ts';
import { routingQueueConditionalGroupRouting } from './queue-parts/routing-queue-conditional-group-routing.ts';
import { routingQueueOutboundEmailAddress } from './queue-parts/routing-queue-outbound-email-address.ts';
import { routingLanguage } from './routing-language.ts';
import { routingQueue } from './routing-queue.ts';
import { routingQueueMembers } from './routing-queue-members.ts';
import { routingQueueWrapupcodes } from './routing-queue-wrapupcodes.ts';
import { routingSettings } from './routing-settings.ts';
import { routingSkill } from './routing-skill.ts';
import { routingSkillGroup } from './routing-skill-group.ts';
import { routingSmsAddress } from './routing-sms-address.ts';
import { routingWrapupcode } from './routing-wrapupcode.ts';
import { routingUtilization } from './utilization/routing-utilization.ts';
import { routingUtilizationLabel } from './utilization/routing-utilization-label.ts';

/** The types of this area. */
export const routingTypes: readonly ResourceDescriptor[] = [
  routingEmailDomain,
  routingEmailRoute,
  routingLanguage,
  routingQueue,
  routingQueueConditionalGroupActivation,
  routingQueueConditionalGroupRouting,
  routingQueueMembers,
  routingQueueOutboundEmailAddress,
  routingQueueWrapupcodes,
  routingSettings,
  routingSkill,
  routingSkillGroup,
  routingSmsAddress,
  routingUtilization,
  routingUtilizationLabel,
  routingWrapupcode,
];
