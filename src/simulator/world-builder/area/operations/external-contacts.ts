import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Where contacts come from, the organisations of customers, and a few contacts in them. */
export const externalContactArea: Area = {
  shares: {
    externalcontacts_external_source: { part: 0.001, least: 1, most: 30 },
    externalcontacts_organization: { part: 0.004, least: 1, most: 300 },
    externalcontacts_contact: { part: 0.006, least: 1, most: 500 },
  },
  build: (draft) => {
    times(draft.count('externalcontacts_external_source'), (index) => addSource(draft, index));
    times(draft.count('externalcontacts_organization'), (index) => addOrganization(draft, index));
    times(draft.count('externalcontacts_contact'), (index) => addContact(draft, index));
  },
};

function addSource({ add, names }: Draft, index: number): void {
  add('externalcontacts_external_source', {
    name: names.thing('externalcontacts_external_source'),
    active: true,
    linkConfiguration: { uriTemplate: `https://crm${index + 1}.example/contacts/{{externalId.value}}` },
  });
}

function addOrganization({ add, division, names, random }: Draft, index: number): void {
  add('externalcontacts_organization', {
    name: names.thing('externalcontacts_organization'),
    division: division(),
    companyType: random.of(['Customer', 'Partner']),
    industry: random.of(['Retail', 'Energie', '製造']),
    address: { address1: 'Hauptstraße 1', city: 'Köln', postalCode: '50667', countryCode: 'DE' },
    employeeCount: 1 + random.below(9000),
    websites: [`https://customer${index + 1}.example`],
    tags: [names.thing('tag')],
  });
}

function addContact({ add, division, names, random, ref }: Draft, index: number): void {
  const [firstName = '', ...rest] = names.person('customers.example').name.split(' ');
  add('externalcontacts_contact', {
    firstName,
    lastName: rest.join(' '),
    division: division(),
    workEmail: `contact${index + 1}@customers.example`,
    ...(random.chance(0.6) ? { externalOrganization: ref('externalcontacts_organization') } : {}),
  });
}
