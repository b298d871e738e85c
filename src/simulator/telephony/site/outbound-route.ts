import type { Context } from '../../context.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import { stringsOf, textOf, type Entity } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import { conflict } from '../../wire/platform-error.ts';
import { edgeType } from '../edge-type.ts';

const typeName = 'telephony_providers_edges_site_outbound_route';

/**
 * Outbound routes of sites. Within a site, names differ and a classification belongs to one enabled route. Deleted ones
 * are 404, unlike other objects of telephony: the official provider waits for that.
 */
export const outboundRouteType = edgeType(typeName, {
  label: 'outbound route',
  defaults: () => ({ enabled: true, distribution: 'SEQUENTIAL', externalTrunkBases: [] }),
  hooks: { check: checkTwins, readable: (route) => route['state'] !== 'deleted' },
});

/** Gives a new site its default route, which takes national and international calls and has no trunks. */
export function addDefaultRoute(organisation: Organisation, siteId: string): void {
  organisation.collection(typeName).put({
    ...outboundRouteType.defaults?.(organisation),
    id: uuidFrom(`${siteId}/default-outbound-route`),
    $siteId: siteId,
    name: 'Default Outbound Route',
    classificationTypes: ['International', 'National'],
    state: 'active',
    version: 1,
  });
}

function checkTwins(context: Context, route: Entity): void {
  const types = route['enabled'] === false ? [] : stringsOf(route['classificationTypes']);
  const others = context.organisation
    .collection(typeName)
    .currentAll()
    .filter((other) => other['$siteId'] === route['$siteId'] && other.id !== route.id && other['state'] !== 'deleted');
  for (const other of others) {
    const name = textOf(other, 'name');
    const isNamesake = name.toLowerCase() === textOf(route, 'name').toLowerCase();
    const taken = stringsOf(other['classificationTypes']).find((type) => types.includes(type));
    if (!isNamesake && (taken === undefined || other['enabled'] === false)) continue;
    const what = isNamesake ? 'its name' : `the classification ${taken}`;
    throw conflict(`The outbound route "${name}" of the site has ${what} already.`, 'general.conflict', {
      details: [{ errorCode: 'general.conflict', entityId: other.id, entityName: name }],
    });
  }
}
