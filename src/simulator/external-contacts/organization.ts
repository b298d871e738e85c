import { describedType } from '../described/described-type.ts';
import { dated, sourceReference } from './record.ts';

/** Companies that external contacts work for; those who do forget a company that is deleted. */
export const organizationType = describedType('externalcontacts_organization', {
  label: 'external organization',
  audit: { service: 'ExternalContacts' },
  references: [sourceReference],
  hooks: {
    accept: dated,
    stored: (context, organization, before) => {
      if (organization || !before) return;
      const contacts = context.organisation.collection('externalcontacts_contact');
      for (const contact of contacts.currentAll()) {
        const { externalOrganization, ...rest } = contact;
        if (JSON.stringify(externalOrganization)?.includes(before.id)) contacts.put({ ...rest, id: contact.id });
      }
    },
  },
});
