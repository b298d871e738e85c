import type { Feature } from '../feature.ts';
import { greetingDownloadRoutes, greetingSoundRoute } from './greeting-downloads.ts';
import { greetingType } from './greeting.ts';
import { ownedGreetingRoutes } from './owned-greetings.ts';

/** Greetings of the organisation, of users and of groups. */
export const greetingsFeature: Feature = {
  name: 'greetings',
  types: [greetingType],
  routes: [...ownedGreetingRoutes, ...greetingDownloadRoutes],
  openRoutes: [greetingSoundRoute],
};
