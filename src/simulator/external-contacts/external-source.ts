import { describedType } from '../described/described-type.ts';

/** Systems that ids of customers come from, such as a CRM; a source has a name of its own. */
export const externalSourceType = describedType('externalcontacts_external_source', {
  label: 'external source',
  audit: { service: 'ExternalContacts', entityType: 'ExternalSource' },
  uniqueName: { status: 409, code: 'general.conflict' },
  defaults: () => ({ active: true }),
  list: {
    permissions: {
      any: [
        'externalContacts:externalSource:view',
        'externalContacts:contact:view',
        'externalContacts:externalOrganization:view',
      ],
    },
    style: 'cursor',
    cursorParameter: 'cursor',
    sizeParameter: 'limit',
    maxPageSize: 200,
    page: 'CursorExternalSourceListing',
    name: 'contains',
    filter: (query) => {
      const active = query.get('active');
      return active === null ? undefined : (source) => String(source['active'] !== false) === active.toLowerCase();
    },
  },
});
