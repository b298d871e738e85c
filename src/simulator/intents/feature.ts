import type { Feature } from '../feature.ts';
import { categoryType, intentType } from './intent-types.ts';
import { sourceIntentRoutes } from './source-intents.ts';

/** Customer intents in categories, with the intents of bots and topics that lead to them. */
export const intentsFeature: Feature = {
  name: 'intents',
  types: [categoryType, intentType],
  routes: sourceIntentRoutes,
};
