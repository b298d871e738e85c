import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { speechandtextanalyticsDictionaryfeedback } from './speechandtextanalytics-dictionaryfeedback.ts';
import { speechandtextanalyticsTopic } from './speechandtextanalytics-topic.ts';

/** The types of this area. */
export const speechAnalyticsTypes: readonly ResourceDescriptor[] = [
  speechandtextanalyticsDictionaryfeedback,
  speechandtextanalyticsTopic,
];
