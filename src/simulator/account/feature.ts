import { tokenRoute } from '../access/oauth.ts';
import type { Feature } from '../feature.ts';
import { languageRoutes } from './languages.ts';
import { licenceRoutes } from './licences.ts';
import { limitRoutes } from './limits.ts';
import { meRoutes } from './me.ts';
import { organizationRoutes } from './organization.ts';
import { tokenRoutes } from './tokens.ts';
import { utilityRoutes } from './utilities.ts';

/** Tokens, the organisation itself, who the caller is, licences, limits, dates and time zones. */
export const accountFeature: Feature = {
  name: 'account',
  routes: [
    ...organizationRoutes,
    ...tokenRoutes,
    ...meRoutes,
    ...licenceRoutes,
    ...limitRoutes,
    ...languageRoutes,
    ...utilityRoutes,
  ],
  openRoutes: [tokenRoute],
};
