import type { Feature } from '../feature.ts';
import { numberRoutes } from './number/number-routes.ts';
import { didPoolType, extensionPoolType } from './number/pools.ts';
import { phoneBaseRoutes, phoneBaseSettingsType } from './phone/phone-base-settings.ts';
import { phoneRoutes, phoneType } from './phone/phone.ts';
import { stationRoutes } from './phone/station-routes.ts';
import { numberPlanRoutes } from './site/number-plan-routes.ts';
import { outboundRouteType } from './site/outbound-route.ts';
import { siteType } from './site/site.ts';
import { edgeGroupType } from './trunk/edge-group.ts';
import { edgeRoutes, trunkBaseSettingsType } from './trunk/trunk-base-settings.ts';
import { trunkType } from './trunk/trunk.ts';

/** Telephony: sites, phones and stations, trunks and edge groups, pools of numbers. */
export const telephonyFeature: Feature = {
  name: 'telephony',
  types: [
    didPoolType,
    edgeGroupType,
    extensionPoolType,
    phoneType,
    phoneBaseSettingsType,
    siteType,
    outboundRouteType,
    trunkType,
    trunkBaseSettingsType,
  ],
  routes: [...numberRoutes, ...phoneBaseRoutes, ...phoneRoutes, ...stationRoutes, ...numberPlanRoutes, ...edgeRoutes],
};
