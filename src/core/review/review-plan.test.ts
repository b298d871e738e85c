import { expect, it } from 'vitest';
import type { TestOrganisation } from '../plan/testing/test-world.ts';
import { ensure, remove, reviewOf } from './testing/reach-world.ts';

const live: TestOrganisation = {
  district: [{ id: 'd1', name: 'Home' }],
  span: [
    { id: 's1', name: 'Office', start: '2026-01-05T08:00:00.000', end: '2026-01-05T17:00:00.000', rrule: 'FREQ=DAILY' },
  ],
  hours: [{ id: 'h1', name: 'Main', timeZone: 'Europe/Vienna', openSchedules: [{ id: 's1' }] }],
  talk: [
    { id: 't1', name: 'Welcome', text: 'hello' },
    { id: 't2', name: 'Closed', text: 'sorry' },
    { id: 't3', name: 'Old', text: 'bye' },
  ],
  line: [
    { id: 'l1', name: 'Hotline', numbers: ['+1', '+2'], hours: { id: 'h1' }, open: { id: 't1' }, closed: { id: 't2' } },
  ],
  team: [{ id: 'q1', name: 'Sales', district: { id: 'd1' }, talk: { id: 't1' }, memberCount: 70 }],
  dialler: [{ id: 'c1', name: 'Winback', team: { id: 'q1' } }],
};

const deployed = {
  address: 'team/Sales',
  type: 'team',
  id: 'q1',
  fields: [{ path: ['talk'], value: { $handle: 't2', $type: 'talk' } }],
  runId: 'run_7',
};

it('tells everything that a reviewer needs beside the steps', async () => {
  const { review } = reviewOf({
    live,
    actions: [
      ensure('team', 'Sales', { talk: { $ref: 'talk/Closed' } }),
      ensure('span', 'Office', { end: '2026-01-05T18:00:00.000' }),
      ensure('talk', 'New', { text: 'welcome' }),
      remove('talk', 'Old'),
    ],
    extra: {
      baseline: { environment: 'uat', entries: { 'team/Sales': deployed } },
      budget: { requestsPerMinute: 300, reserve: 60 },
    },
  });
  const { rollback: _, ...told } = review;
  await expect(`${JSON.stringify(told, undefined, 2)}\n`).toMatchFileSnapshot('golden/review.json');
});
