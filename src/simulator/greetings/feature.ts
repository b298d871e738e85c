import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Greetings. */
export const greetingsFeature: Feature = {
  name: 'greetings',
  types: [describedType('greeting', { label: 'greeting', audit: { service: 'Greetings' } })],
};
