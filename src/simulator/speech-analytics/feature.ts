import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Speech analytics. */
export const speechAnalyticsFeature: Feature = {
  name: 'speech-analytics',
  types: [
    describedType('speechandtextanalytics_dictionaryfeedback', {
      label: 'dictionaryfeedback',
      audit: { service: 'SpeechAndTextAnalytics' },
    }),
    describedType('speechandtextanalytics_topic', { label: 'topic', audit: { service: 'SpeechAndTextAnalytics' } }),
  ],
};
