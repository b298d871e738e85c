import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { recordingMediaRetentionPolicy } from './recording-media-retention-policy.ts';

/** The types of this area. */
export const recordingTypes: readonly ResourceDescriptor[] = [recordingMediaRetentionPolicy];
