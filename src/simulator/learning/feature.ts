import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Learning. */
export const learningFeature: Feature = {
  name: 'learning',
  types: [describedType('learning_modules', { label: 'modules', audit: { service: 'Learning' } })],
};
