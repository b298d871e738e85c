import type { Feature } from '../feature.ts';
import { dictionaryFeedbackType } from './dictionary-feedback.ts';
import { publishJobRoutes, publishTimers } from './publish-jobs.ts';
import { topicType } from './topic.ts';

/** Speech and text analytics: dictionary and topics. */
export const speechAnalyticsFeature: Feature = {
  name: 'speech-analytics',
  types: [dictionaryFeedbackType, topicType],
  routes: publishJobRoutes,
  timers: publishTimers,
};
