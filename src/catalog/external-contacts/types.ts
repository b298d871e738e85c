import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { externalcontactsContact } from './externalcontacts-contact.ts';
import { externalcontactsExternalSource } from './externalcontacts-external-source.ts';
import { externalcontactsOrganization } from './externalcontacts-organization.ts';

/** The types of this area. */
export const externalContactsTypes: readonly ResourceDescriptor[] = [
  externalcontactsContact,
  externalcontactsExternalSource,
  externalcontactsOrganization,
];
