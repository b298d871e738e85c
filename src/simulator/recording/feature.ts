import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Recording. */
export const recordingFeature: Feature = {
  name: 'recording',
  types: [
    describedType('recording_media_retention_policy', {
      label: 'media retention policy',
      audit: { service: 'Quality', entityType: 'Policy' },
    }),
  ],
};
