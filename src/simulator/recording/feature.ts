import type { Feature } from '../feature.ts';
import { retentionPolicyType } from './policy.ts';

/** Recording: media retention policies. */
export const recordingFeature: Feature = { name: 'recording', types: [retentionPolicyType] };
