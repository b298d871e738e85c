import { organizationOf } from '../../account/organization.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { refId, textOf } from '../../kernel/values.ts';
import { conflict } from '../../wire/platform-error.ts';
import { edgeType } from '../edge-type.ts';
import { addUsualPlans } from './number-plans.ts';
import { addDefaultRoute } from './outbound-route.ts';

/** Sites. A new one has the usual number plans and the default outbound route; it is its own primary site. */
export const siteType: EntityType = edgeType('telephony_providers_edges_site', {
  label: 'site',
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({
    mediaModel: 'Cloud',
    managed: false,
    coreSite: false,
    mediaRegionsUseLatencyBased: false,
    cloudProxyForceTurn: false,
    secondarySites: [],
  }),
  hooks: {
    accept: (_context, body) => {
      const location = refId(body['location']);
      return location === undefined ? body : { ...body, location: { id: location } };
    },
    stored: (context, site, before) => {
      if (!site || before) return;
      addUsualPlans(context.organisation, site.id);
      addDefaultRoute(context.organisation, site.id);
    },
    checkDelete: (context, site) => {
      if (organizationOf(context.organisation)['defaultSiteId'] !== site.id) return;
      throw conflict('The default site cannot be deleted.', 'general.conflict');
    },
    present: (_organisation, site) => {
      const primarySites = Array.isArray(site['primarySites']) ? site['primarySites'] : [];
      return primarySites.length > 0 ? {} : { primarySites: [{ id: site.id, name: textOf(site, 'name') }] };
    },
  },
});
