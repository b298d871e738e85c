import type { ResourceDescriptor } from '../core/resource/index.ts';
import { aiTypes } from './ai/types.ts';
import { architectTypes } from './architect/types.ts';
import { authorizationTypes } from './authorization/types.ts';
import { businessRulesTypes } from './business-rules/types.ts';
import { caseManagementTypes } from './case-management/types.ts';
import { conversationsTypes } from './conversations/types.ts';
import { directoryTypes } from './directory/types.ts';
import { employeePerformanceTypes } from './employee-performance/types.ts';
import { externalContactsTypes } from './external-contacts/types.ts';
import { greetingsTypes } from './greetings/types.ts';
import { groupsTypes } from './groups/types.ts';
import { identityProvidersTypes } from './identity-providers/types.ts';
import { integrationsTypes } from './integrations/types.ts';
import { intentsTypes } from './intents/types.ts';
import { journeyTypes } from './journey/types.ts';
import { knowledgeTypes } from './knowledge/types.ts';
import { learningTypes } from './learning/types.ts';
import { oauthTypes } from './oauth/types.ts';
import { organizationTypes } from './organization/types.ts';
import { outboundTypes } from './outbound/types.ts';
import { presenceTypes } from './presence/types.ts';
import { processAutomationTypes } from './process-automation/types.ts';
import { qualityTypes } from './quality/types.ts';
import { recordingTypes } from './recording/types.ts';
import { responseManagementTypes } from './response-management/types.ts';
import { routingTypes } from './routing/types.ts';
import { scriptsTypes } from './scripts/types.ts';
import { speechAnalyticsTypes } from './speech-analytics/types.ts';
import { taskManagementTypes } from './task-management/types.ts';
import { telephonyTypes } from './telephony/types.ts';
import { usersTypes } from './users/types.ts';
import { webDeploymentsTypes } from './web-deployments/types.ts';
import { workforceManagementTypes } from './workforce-management/types.ts';

/** Every descriptor there is. A new type is added to the list of its area and nowhere else. */
export const descriptors: readonly ResourceDescriptor[] = [
  ...aiTypes,
  ...architectTypes,
  ...authorizationTypes,
  ...businessRulesTypes,
  ...caseManagementTypes,
  ...conversationsTypes,
  ...directoryTypes,
  ...employeePerformanceTypes,
  ...externalContactsTypes,
  ...greetingsTypes,
  ...groupsTypes,
  ...identityProvidersTypes,
  ...integrationsTypes,
  ...intentsTypes,
  ...journeyTypes,
  ...knowledgeTypes,
  ...learningTypes,
  ...oauthTypes,
  ...organizationTypes,
  ...outboundTypes,
  ...presenceTypes,
  ...processAutomationTypes,
  ...qualityTypes,
  ...recordingTypes,
  ...responseManagementTypes,
  ...routingTypes,
  ...scriptsTypes,
  ...speechAnalyticsTypes,
  ...taskManagementTypes,
  ...telephonyTypes,
  ...usersTypes,
  ...webDeploymentsTypes,
  ...workforceManagementTypes,
];
