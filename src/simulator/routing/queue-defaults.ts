import type { JsonObject } from '../kernel/values.ts';

const service = (percentage: number, durationMs: number): JsonObject => ({ percentage, durationMs });

const media = (alertingTimeoutSeconds: number, serviceLevel: JsonObject): JsonObject => ({
  alertingTimeoutSeconds,
  enableAutoAnswer: false,
  autoAnswerAlertToneSeconds: 0,
  manualAnswerAlertToneSeconds: 0,
  serviceLevel,
});

/**
 * What the platform fills into a queue that says nothing about it. Direct routing and canned responses are not among
 * them: a queue without has none.
 */
export function queueDefaults(): JsonObject {
  return {
    mediaSettings: {
      call: media(8, service(0.8, 20_000)),
      callback: {
        ...media(30, service(0.8, 20_000)),
        mode: 'AgentFirst',
        enableAutoDialAndEnd: false,
        autoDialDelaySeconds: 300,
        autoEndDelaySeconds: 300,
      },
      chat: media(30, service(0.8, 20_000)),
      email: media(300, service(0.8, 86_400_000)),
      message: { ...media(30, service(0.8, 20_000)), subTypeSettings: {} },
    },
    acwSettings: { wrapupPrompt: 'MANDATORY_TIMEOUT', timeoutMs: 300_000 },
    skillEvaluationMethod: 'ALL',
    scoringMethod: 'TimestampAndPriority',
    lastAgentRoutingMode: 'AnyAgent',
    autoAnswerOnly: true,
    enableTranscription: false,
    enableAudioMonitoring: false,
    enableManualAssignment: false,
    suppressInQueueCallRecording: true,
    memberGroups: [],
    routingRules: [],
    defaultScripts: {},
    outboundMessagingAddresses: {},
    agentOwnedRouting: { enableAgentOwnedCallbacks: false, maxOwnedCallbackHours: 48, maxOwnedCallbackDelayHours: 720 },
  };
}
