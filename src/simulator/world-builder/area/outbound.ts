import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** What campaigns are made from: contact lists, lists of those who must not be called, and callable times. */
export const outboundArea: Area = {
  shares: {
    outbound_contact_list: { part: 0.01, least: 2 },
    outbound_dnclist: { part: 0.004, least: 2, most: 200 },
    outbound_callabletimeset: { part: 0.004, least: 2, most: 200 },
  },
  build: (draft) => {
    times(draft.count('outbound_contact_list'), () => addContactList(draft));
    times(draft.count('outbound_dnclist'), () => addDncList(draft));
    times(draft.count('outbound_callabletimeset'), () => addTimes(draft));
  },
};

function addContactList({ add, division, names }: Draft): void {
  add('outbound_contact_list', {
    name: names.thing('outbound_contact_list'),
    division: division(),
    columnNames: ['Name', 'Cell', 'Größe', 'メール'],
    phoneColumns: [{ columnName: 'Cell', type: 'cell' }],
    automaticTimeZoneMapping: false,
    trimWhitespace: true,
  });
}

function addDncList({ add, division, names, random }: Draft): void {
  add('outbound_dnclist', {
    name: names.thing('outbound_dnclist'),
    division: division(),
    dncSourceType: 'rds',
    contactMethod: random.of(['Phone', 'Email']),
  });
}

function addTimes({ add, names, random }: Draft): void {
  const timeSlots = times(5, (day) => ({ startTime: '08:00:00', stopTime: '20:00:00', day: day + 1 }));
  const timeZoneId = random.of(['Europe/Berlin', 'America/Denver', 'Asia/Tokyo']);
  add('outbound_callabletimeset', {
    name: names.thing('outbound_callabletimeset'),
    callableTimes: [{ timeZoneId, timeSlots }],
  });
}
