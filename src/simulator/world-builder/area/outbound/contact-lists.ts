import type { JsonObject } from '../../../kernel/values.ts';
import { contactType } from '../../../outbound/contact-list/contact.ts';
import { addEntries } from '../../../outbound/dnc-list/entries.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Who is to be contacted, how often and when: lists with filters and templates, those who must not be, limits, times. */
export const contactListArea: Area = {
  shares: {
    outbound_attempt_limit: { part: 0.002, least: 1, most: 60 },
    outbound_contact_list: { part: 0.008, least: 2 },
    outbound_contact_list_template: { part: 0.001, least: 1, most: 40 },
    outbound_contactlistfilter: { part: 0.004, least: 2, most: 300 },
    outbound_dnclist: { part: 0.003, least: 1, most: 200 },
    outbound_callabletimeset: { part: 0.002, least: 1, most: 200 },
    outbound_filespecificationtemplate: { part: 0.001, least: 1, most: 40 },
  },
  build: (draft) => {
    times(draft.count('outbound_attempt_limit'), () => addLimit(draft));
    times(draft.count('outbound_contact_list'), () => addContactList(draft));
    times(draft.count('outbound_contact_list_template'), () => addTemplate(draft));
    times(draft.count('outbound_contactlistfilter'), () => addFilter(draft));
    times(draft.count('outbound_dnclist'), () => addDncList(draft));
    times(draft.count('outbound_callabletimeset'), () => addTimes(draft));
    times(draft.count('outbound_filespecificationtemplate'), () => addFileTemplate(draft));
  },
};

function addLimit({ add, names, random }: Draft): void {
  add('outbound_attempt_limit', {
    name: names.thing('outbound_attempt_limit'),
    maxAttemptsPerContact: 2 + random.below(8),
    maxAttemptsPerNumber: 1 + random.below(3),
    timeZoneId: 'Europe/Berlin',
    resetPeriod: random.of(['NEVER', 'TODAY']),
    recallEntries: { busy: { nbrAttempts: 2, minutesBetweenAttempts: 15 + random.below(60) } },
  });
}

const columns: JsonObject = {
  columnNames: ['Name', 'Cell', 'Größe', 'メール'],
  phoneColumns: [{ columnName: 'Cell', type: 'cell' }],
  automaticTimeZoneMapping: false,
  trimWhitespace: true,
};

function addContactList({ add, division, names, organisation, random, ref }: Draft): void {
  const list = add('outbound_contact_list', {
    name: names.thing('outbound_contact_list'),
    division: division(),
    ...columns,
    emailColumns: [{ columnName: 'メール', type: 'work' }],
    columnDataTypeSpecifications: [{ columnName: 'Größe', columnDataType: 'NUMERIC', min: 0, max: 300 }],
    ...(random.chance(0.5) ? { attemptLimits: ref('outbound_attempt_limit') } : {}),
  });
  times(random.below(6), (index) => {
    const data = {
      Name: names.thing('contact'),
      Cell: `+4917${random.below(90_000_000) + 10_000_000}`,
      Größe: `${index}`,
    };
    organisation.collection(contactType.name).put({ id: organisation.ids.next(), $contactListId: list.id, data });
  });
}

function addTemplate({ add, names, ref }: Draft): void {
  add('outbound_contact_list_template', {
    name: names.thing('outbound_contact_list_template'),
    ...columns,
    attemptLimits: ref('outbound_attempt_limit'),
  });
}

function addFilter({ add, names, random, ref }: Draft): void {
  const predicate = { column: 'Größe', columnType: 'numeric', operator: 'GREATER_THAN', value: `${random.below(200)}` };
  add('outbound_contactlistfilter', {
    name: names.thing('outbound_contactlistfilter'),
    sourceType: 'ContactList',
    contactList: ref('outbound_contact_list'),
    filterType: 'AND',
    clauses: [{ filterType: 'OR', predicates: [{ ...predicate, inverted: random.chance(0.2) }] }],
  });
}

function addDncList({ add, division, names, organisation, random }: Draft): void {
  const list = add('outbound_dnclist', {
    name: names.thing('outbound_dnclist'),
    division: division(),
    dncSourceType: 'rds',
    contactMethod: random.of(['Phone', 'Email']),
  });
  const isByPhone = list['contactMethod'] === 'Phone';
  const values = times(random.below(5), (index) => (isByPhone ? `+49301234${index}` : `no${index}@customers.example`));
  addEntries(
    organisation,
    list.id,
    values.map((value) => ({ value, expires: '' })),
  );
}

function addTimes({ add, names, random }: Draft): void {
  const timeSlots = times(5, (day) => ({ startTime: '08:00:00', stopTime: '20:00:00', day: day + 1 }));
  const timeZoneId = random.of(['Europe/Berlin', 'America/Denver', 'Asia/Tokyo']);
  add('outbound_callabletimeset', {
    name: names.thing('outbound_callabletimeset'),
    callableTimes: [{ timeZoneId, timeSlots }],
  });
}

function addFileTemplate({ add, names }: Draft): void {
  add('outbound_filespecificationtemplate', {
    name: names.thing('outbound_filespecificationtemplate'),
    description: names.thing('description'),
    format: 'Delimited',
    delimiter: 'Semicolon',
    header: true,
    columnInformation: [
      { columnName: 'Name', columnNumber: 0 },
      { columnName: 'Größe', columnNumber: 1 },
    ],
  });
}
