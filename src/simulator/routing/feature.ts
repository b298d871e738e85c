import type { Feature } from '../feature.ts';
import { emailDomainType } from './email/email-domain.ts';
import { emailRouteType } from './email/email-route.ts';
import { languageType } from './language.ts';
import { routingSettingsRoutes } from './organisation/routing-settings.ts';
import { smsAddressType } from './organisation/sms-address.ts';
import { queueMemberRoutes } from './queue-members.ts';
import { queueWrapupCodeRoutes } from './queue-wrapup-codes.ts';
import { queueType } from './queue.ts';
import { skillGroupDivisionRoutes, skillGroupType } from './skill-group.ts';
import { skillType } from './skill.ts';
import { utilizationLabelType } from './utilization-label.ts';
import { utilizationRoutes } from './utilization.ts';
import { wrapupCodeType } from './wrapup-code.ts';

/** Queues with members and wrap-up codes, skills and groups of them, languages, e-mail domains, utilization, settings. */
export const routingFeature: Feature = {
  name: 'routing',
  types: [
    queueType,
    skillType,
    skillGroupType,
    languageType,
    wrapupCodeType,
    emailDomainType,
    emailRouteType,
    smsAddressType,
    utilizationLabelType,
  ],
  routes: [
    ...queueMemberRoutes,
    ...queueWrapupCodeRoutes,
    ...skillGroupDivisionRoutes,
    ...utilizationRoutes,
    ...routingSettingsRoutes,
  ],
};
