import type { Case } from '../case.ts';
import { callSdk } from '../sdk-client.ts';

const trunkBase = 'telephony_providers_edges_trunkbasesettings';

/** What the suite is told of these types, by type. */
export const telephonyCases: Readonly<Record<string, Case>> = {
  telephony_providers_edges_did_pool: {
    create: { startPhoneNumber: '+41445550000', endPhoneNumber: '+41445550099' },
  },
  telephony_providers_edges_extension_pool: { create: { startNumber: '8000', endNumber: '8099' } },
  telephony_providers_edges_phonebasesettings: {
    create: {
      phoneMetaBase: { id: 'inin_webrtc_softphone.json' },
      lines: [{ name: 'Line', lineMetaBase: { id: 'inin_webrtc_softphone_line.json' } }],
    },
  },
  telephony_providers_edges_site_outbound_route: { create: { classificationTypes: ['Network'] } },
  telephony_providers_edges_trunk: {
    find: async (made) => {
      const id = await made.id(trunkBase);
      const body = { name: 'Conformance trunks', phoneTrunkBases: [], edgeTrunkBaseAssignment: { trunkBase: { id } } };
      await callSdk('postTelephonyProvidersEdgesEdgegroups', { body });
      const trunks = await callSdk('getTelephonyProvidersEdgesTrunks', {});
      const { entities } = trunks.body as { readonly entities: readonly { readonly id: string }[] };
      return String(entities[0]?.id);
    },
  },
  telephony_providers_edges_trunkbasesettings: {
    create: { trunkMetabase: { id: 'external_sip.json' }, trunkType: 'EXTERNAL' },
  },
};
