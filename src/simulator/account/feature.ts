import { tokenRoute } from '../access/oauth.ts';
import type { Feature } from '../feature.ts';
import { organizationRoutes } from './organization.ts';
import { tokenRoutes } from './tokens.ts';

/** Tokens, the organisation itself, and who the caller is. */
export const accountFeature: Feature = {
  name: 'account',
  routes: [...organizationRoutes, ...tokenRoutes],
  openRoutes: [tokenRoute],
};
