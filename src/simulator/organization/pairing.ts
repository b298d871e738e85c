import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';

/**
 * Requests of this organisation to be trusted by another one, for some of its users and groups. The id is what the
 * other organisation is told; nothing changes or lists them.
 */
export const pairingType: EntityType = describedType('orgauthorization_pairing', {
  label: 'pairing',
  audit: { service: 'PeoplePermissions', entityType: 'OrganizationAuthorizationTrust' },
  references: [
    { path: 'users[].id', type: 'user' },
    { path: 'groups[].id', type: 'group' },
  ],
  stamps: [],
  hooks: {
    accept: (context, body) => ({
      ...body,
      createdBy: { id: context.caller.subjectId },
      dateCreated: isoDate(context.now),
    }),
    present: ({ id, name, shortName }) => ({ trustee: { id, name, thirdPartyOrgName: shortName } }),
  },
});
