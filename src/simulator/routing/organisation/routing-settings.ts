import { singleRoutes } from '../../described/single-type.ts';
import type { Route } from '../../feature.ts';

const audit = { service: 'ContactCenter', entityType: 'RoutingSettings' };

/** What an organisation settles once for all routing, and its two neighbours: contact centre and transcription. */
export const routingSettingsRoutes: readonly Route[] = [
  ...singleRoutes({ name: 'routing_settings', audit, defaults: () => ({ resetAgentScoreOnPresenceChange: false }) }),
  ...singleRoutes({
    name: 'routing_settings_contactcenter',
    operations: { get: 'getRoutingSettingsContactcenter', update: 'patchRoutingSettingsContactcenter' },
    audit,
    defaults: () => ({ removeSkillsFromBlindTransfer: false }),
  }),
  ...singleRoutes({
    name: 'routing_settings_transcription',
    operations: { get: 'getRoutingSettingsTranscription', update: 'putRoutingSettingsTranscription' },
    audit,
    defaults: () => ({
      transcription: 'Disabled',
      transcriptionConfidenceThreshold: 0,
      lowLatencyTranscriptionEnabled: false,
      contentSearchEnabled: false,
    }),
  }),
];
