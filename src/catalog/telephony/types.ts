import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { telephonyProvidersEdgesDidPool } from './telephony-providers-edges-did-pool.ts';
import { telephonyProvidersEdgesEdgeGroup } from './telephony-providers-edges-edge-group.ts';
import { telephonyProvidersEdgesExtensionPool } from './telephony-providers-edges-extension-pool.ts';
import { telephonyProvidersEdgesPhone } from './telephony-providers-edges-phone.ts';
import { telephonyProvidersEdgesPhonebasesettings } from './telephony-providers-edges-phonebasesettings.ts';
import { telephonyProvidersEdgesSiteOutboundRoute } from './telephony-providers-edges-site-outbound-route.ts';
import { telephonyProvidersEdgesSite } from './telephony-providers-edges-site.ts';
import { telephonyProvidersEdgesTrunk } from './telephony-providers-edges-trunk.ts';
import { telephonyProvidersEdgesTrunkbasesettings } from './telephony-providers-edges-trunkbasesettings.ts';

/** The types of this area. */
export const telephonyTypes: readonly ResourceDescriptor[] = [
  telephonyProvidersEdgesDidPool,
  telephonyProvidersEdgesEdgeGroup,
  telephonyProvidersEdgesExtensionPool,
  telephonyProvidersEdgesPhone,
  telephonyProvidersEdgesPhonebasesettings,
  telephonyProvidersEdgesSiteOutboundRoute,
  telephonyProvidersEdgesSite,
  telephonyProvidersEdgesTrunk,
  telephonyProvidersEdgesTrunkbasesettings,
];
