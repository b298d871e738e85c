import type { Feature } from '../feature.ts';
import { contactType } from './contact.ts';
import { externalSourceType } from './external-source.ts';
import { noteRoutes } from './note-routes.ts';
import { organizationType } from './organization.ts';
import { searchRoutes } from './search-routes.ts';

/** Customers, the companies they work for, notes on both, and the systems that ids of them come from. */
export const externalContactsFeature: Feature = {
  name: 'external-contacts',
  types: [contactType, externalSourceType, organizationType],
  routes: [...searchRoutes, ...noteRoutes],
};
