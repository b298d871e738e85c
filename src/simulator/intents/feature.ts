import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Intents. */
export const intentsFeature: Feature = {
  name: 'intents',
  types: [
    describedType('intents_categories', {
      label: 'categories',
      audit: { service: 'ExternalContacts', entityType: 'IntentCategory' },
    }),
    describedType('intents_customerintents', {
      label: 'customerintents',
      audit: { service: 'ExternalContacts', entityType: 'CustomerIntent' },
    }),
  ],
};
