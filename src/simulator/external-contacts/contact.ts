import { describedType } from '../described/described-type.ts';
import { dated, sourceReference } from './record.ts';

/** Customers. Lists are scans by cursor; two contacts may be alike in everything. */
export const contactType = describedType('externalcontacts_contact', {
  label: 'external contact',
  audit: { service: 'ExternalContacts' },
  references: [sourceReference],
  hooks: { accept: dated, present: () => ({ type: 'Curated' }) },
});
