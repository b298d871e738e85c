import { describeType, singleApi } from '../describe/index.ts';

/** How conversations behave in the whole organisation. */
export const conversationsSettings = describeType({
  type: 'conversations_settings',
  area: 'conversations',
  noun: 'conversation settings',
  level: 'B',
  shape: { kind: 'object', single: true },
  key: [],
  fields: [
    'communicationBasedACW',
    'includeNonAgentConversationSummary',
    'allowCallbackQueueSelection',
    'callbacksInheritRoutingFromInboundCall',
    'completeAcwWhenAgentTransitionsOffline',
    'totalActiveCallback',
  ],
  api: singleApi('/api/v2/conversations/settings', { method: 'PATCH' }),
  permissions: { view: ['conversation:settings:view'], add: [], edit: ['conversation:settings:edit'], delete: [] },
  audit: { service: 'Messaging', entityType: 'ConversationSettings' },
  effect: 'in-progress',
});
