import type { Context } from '../context.ts';
import { singleRoutes } from '../described/single-type.ts';
import type { Route } from '../feature.ts';
import { isObject, stringsOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';

const flags: readonly string[] = [
  'CONTACT_UNCALLABLE',
  'NUMBER_UNCALLABLE',
  'RIGHT_PARTY_CONTACT',
  'BUSINESS_SUCCESS',
  'BUSINESS_FAILURE',
  'BUSINESS_NEUTRAL',
];

/** What an organisation has one of: the settings of outbound, and what wrap-up codes mean to it. */
export const outboundSettingsRoutes: readonly Route[] = [
  ...singleRoutes({
    name: 'outbound_settings',
    audit: { service: 'Outbound', entityType: 'OrganizationSettings' },
    version: { style: 'conflict' },
    defaults: () => ({
      name: 'Outbound settings',
      version: 1,
      maxCallsPerAgent: 15,
      maxConfigurableCallsPerAgent: 15,
      maxLineUtilization: 1,
      abandonSeconds: 2,
      complianceAbandonRateDenominator: 'ALL_CALLS',
      automaticTimeZoneMapping: { callableWindows: [], supportedCountries: [] },
      rescheduleTimeZoneSkippedContacts: false,
    }),
  }),
  ...singleRoutes({
    name: 'outbound_wrapupcodemappings',
    audit: { service: 'Outbound', entityType: 'WrapUpCodeMapping' },
    version: { style: 'conflict' },
    defaults: () => ({ name: 'Wrap-up code mapping', version: 1, defaultSet: ['RIGHT_PARTY_CONTACT'], mapping: {} }),
    accept: acceptMapping,
  }),
];

/** Keys are wrap-up codes; those that are mapped already stay although their code may be deleted by now. */
function acceptMapping(context: Context, body: JsonObject, before: Entity): JsonObject {
  const mapping = isObject(body['mapping']) ? body['mapping'] : {};
  const mapped = isObject(before['mapping']) ? before['mapping'] : {};
  const codes = context.organisation.collection('routing_wrapupcode');
  for (const [code, meanings] of Object.entries(mapping)) {
    const details = [{ errorCode: 'invalid.reference', fieldName: `mapping.${code}`, entityId: code }];
    if (!codes.current(code) && !Object.hasOwn(mapped, code)) {
      throw badRequest(`Unable to find wrapup code with id ${code}`, 'invalid.reference', { details });
    }
    const stranger = stringsOf(meanings).find((meaning) => !flags.includes(meaning.toUpperCase()));
    if (stranger === undefined) continue;
    throw badRequest(`"${stranger}" is no meaning of a wrap-up code.`, 'invalid.value');
  }
  return body;
}
