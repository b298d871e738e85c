import { callRoutingArea } from './area/call-routing.ts';
import { grammarArea } from './area/content/grammars.ts';
import { knowledgeArea } from './area/content/knowledge.ts';
import { qualityArea } from './area/content/quality.ts';
import { scriptArea } from './area/content/scripts.ts';
import { emailArea } from './area/digital/email.ts';
import { messagingArea } from './area/digital/messaging.ts';
import { webDeploymentArea } from './area/digital/web-deployments.ts';
import { divisionArea } from './area/divisions.ts';
import { flowArea } from './area/flows.ts';
import { integrationArea } from './area/integrations.ts';
import { campaignArea } from './area/outbound/campaigns.ts';
import { contactListArea } from './area/outbound/contact-lists.ts';
import { outboundRuleArea } from './area/outbound/rules.ts';
import { outcomeArea } from './area/outcomes.ts';
import { peopleArea } from './area/people.ts';
import { promptArea } from './area/prompts.ts';
import { queueArea } from './area/queues.ts';
import { responseArea } from './area/responses.ts';
import { routingWordArea } from './area/routing-words.ts';
import { scheduleArea } from './area/schedules.ts';
import { clientArea } from './area/staff/clients.ts';
import { greetingArea } from './area/staff/greetings.ts';
import { performanceArea } from './area/staff/performance.ts';
import { skillGroupArea } from './area/staff/skill-groups.ts';
import { tableArea } from './area/tables.ts';
import { numberPoolArea } from './area/telephony/number-pools.ts';
import { phoneArea } from './area/telephony/phones.ts';
import { siteArea } from './area/telephony/sites.ts';
import { automationArea } from './area/operations/automation.ts';
import { businessRuleArea } from './area/operations/business-rules.ts';
import { externalContactArea } from './area/operations/external-contacts.ts';
import { journeyArea } from './area/operations/journey.ts';
import { taskArea } from './area/operations/task-management.ts';
import type { Area } from './draft.ts';

/** All areas, in an order in which each refers to earlier ones only. A new type goes into one of them or a new one. */
export const areas: readonly Area[] = [
  divisionArea,
  routingWordArea,
  peopleArea,
  skillGroupArea,
  clientArea,
  greetingArea,
  siteArea,
  phoneArea,
  numberPoolArea,
  queueArea,
  performanceArea,
  scheduleArea,
  promptArea,
  grammarArea,
  tableArea,
  integrationArea,
  flowArea,
  callRoutingArea,
  outcomeArea,
  emailArea,
  messagingArea,
  responseArea,
  scriptArea,
  knowledgeArea,
  webDeploymentArea,
  qualityArea,
  externalContactArea,
  contactListArea,
  outboundRuleArea,
  campaignArea,
  taskArea,
  journeyArea,
  automationArea,
  businessRuleArea,
];
