import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** External contacts. */
export const externalContactsFeature: Feature = {
  name: 'external-contacts',
  types: [
    describedType('externalcontacts_contact', { label: 'contact', audit: { service: 'ExternalContacts' } }),
    describedType('externalcontacts_external_source', {
      label: 'external source',
      audit: { service: 'ExternalContacts' },
    }),
    describedType('externalcontacts_organization', { label: 'organization', audit: { service: 'ExternalContacts' } }),
  ],
};
