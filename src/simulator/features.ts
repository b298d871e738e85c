import { accountFeature } from './account/feature.ts';
import { aiFeature } from './ai/feature.ts';
import { architectFeature } from './architect/feature.ts';
import { auditsFeature } from './audits/feature.ts';
import { authorizationFeature } from './authorization/feature.ts';
import { businessRulesFeature } from './business-rules/feature.ts';
import { callRoutingFeature } from './call-routing/feature.ts';
import { caseManagementFeature } from './case-management/feature.ts';
import { directoryFeature } from './directory/feature.ts';
import { employeePerformanceFeature } from './employee-performance/feature.ts';
import { externalContactsFeature } from './external-contacts/feature.ts';
import type { Feature } from './feature.ts';
import { greetingsFeature } from './greetings/feature.ts';
import { identityProvidersFeature } from './identity-providers/feature.ts';
import { integrationsFeature } from './integrations/feature.ts';
import { intentsFeature } from './intents/feature.ts';
import { journeyFeature } from './journey/feature.ts';
import { knowledgeFeature } from './knowledge/feature.ts';
import { learningFeature } from './learning/feature.ts';
import { messagingFeature } from './messaging/feature.ts';
import { organizationFeature } from './organization/feature.ts';
import { outboundFeature } from './outbound/feature.ts';
import { presenceFeature } from './presence/feature.ts';
import { processAutomationFeature } from './process-automation/feature.ts';
import { qualityFeature } from './quality/feature.ts';
import { recordingFeature } from './recording/feature.ts';
import { responseManagementFeature } from './response-management/feature.ts';
import { routingFeature } from './routing/feature.ts';
import { scriptsFeature } from './scripts/feature.ts';
import { speechAnalyticsFeature } from './speech-analytics/feature.ts';
import { steeringFeature } from './steering/feature.ts';
import { taskManagementFeature } from './task-management/feature.ts';
import { telephonyFeature } from './telephony/feature.ts';
import { webDeploymentsFeature } from './web-deployments/feature.ts';
import { workforceManagementFeature } from './workforce-management/feature.ts';

/** Every part of the platform that the simulator has. A new part is added here and nowhere else. */
export const features: readonly Feature[] = [
  accountFeature,
  aiFeature,
  architectFeature,
  auditsFeature,
  authorizationFeature,
  businessRulesFeature,
  callRoutingFeature,
  caseManagementFeature,
  directoryFeature,
  employeePerformanceFeature,
  externalContactsFeature,
  greetingsFeature,
  identityProvidersFeature,
  integrationsFeature,
  intentsFeature,
  journeyFeature,
  knowledgeFeature,
  learningFeature,
  messagingFeature,
  organizationFeature,
  outboundFeature,
  presenceFeature,
  processAutomationFeature,
  qualityFeature,
  recordingFeature,
  responseManagementFeature,
  routingFeature,
  scriptsFeature,
  speechAnalyticsFeature,
  steeringFeature,
  taskManagementFeature,
  telephonyFeature,
  webDeploymentsFeature,
  workforceManagementFeature,
];
