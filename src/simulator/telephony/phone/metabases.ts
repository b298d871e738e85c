import type { JsonObject } from '../../kernel/values.ts';

/** Makes and models of phones that base settings can be made for, by the id of their metabase. */
export const phoneMetabases: Readonly<Record<string, string>> = {
  'inin_webrtc_softphone.json': 'WebRTC Phone',
  'inin_remote.json': 'Remote Phone',
  'generic_sip.json': 'Generic SIP Phone',
  'generic_sip_with_fax.json': 'Generic SIP Phone with Fax',
  'audiocodes_420hd.json': 'AudioCodes 420HD',
  'polycom_vvx_411.json': 'Polycom VVX 411',
  'yealink_t46.json': 'Yealink T46',
};

/** Kinds of trunks that base settings can be made for, by the id of their metabase. */
export const trunkMetabases: Readonly<Record<string, { readonly name: string; readonly type: string }>> = {
  'external_sip.json': { name: 'Generic BYOC Carrier', type: 'EXTERNAL' },
  'external_sip_pcv_byoc_carrier.json': { name: 'BYOC Cloud Carrier', type: 'EXTERNAL' },
  'external_sip_pcv_byoc_pbx.json': { name: 'BYOC Cloud PBX', type: 'EXTERNAL' },
  'phone_connections_webrtc.json': { name: 'WebRTC', type: 'PHONE' },
  'phone_connections_sip.json': { name: 'SIP', type: 'PHONE' },
  'edge_connections_tls.json': { name: 'Edge to Edge', type: 'EDGE' },
};

/** The metabase of the lines of a phone. */
export function lineMetabaseOf(phoneMetabaseId: string): JsonObject {
  return { id: phoneMetabaseId.replace(/\.json$/u, '_line.json') };
}
