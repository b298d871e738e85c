import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Telephony. */
export const telephonyFeature: Feature = {
  name: 'telephony',
  types: [
    describedType('telephony_providers_edges_did_pool', { label: 'did pool', audit: { service: 'Telephony' } }),
    describedType('telephony_providers_edges_edge_group', { label: 'edge group', audit: { service: 'Telephony' } }),
    describedType('telephony_providers_edges_extension_pool', {
      label: 'extension pool',
      audit: { service: 'Telephony' },
    }),
    describedType('telephony_providers_edges_phone', { label: 'phone', audit: { service: 'Telephony' } }),
    describedType('telephony_providers_edges_phonebasesettings', {
      label: 'phonebasesettings',
      audit: { service: 'Telephony' },
    }),
    describedType('telephony_providers_edges_site', { label: 'site', audit: { service: 'Telephony' } }),
    describedType('telephony_providers_edges_site_outbound_route', {
      label: 'site outbound route',
      audit: { service: 'Telephony' },
    }),
    describedType('telephony_providers_edges_trunk', { label: 'trunk', audit: { service: 'Telephony' } }),
    describedType('telephony_providers_edges_trunkbasesettings', {
      label: 'trunkbasesettings',
      audit: { service: 'Telephony' },
    }),
  ],
};
