import { expect, it } from 'vitest';
import { createTestWorld, type Call } from '../testing/world.ts';

const units = '/api/v2/workforcemanagement/businessunits';

async function makeUnit(call: Call): Promise<string> {
  const divisionId = (await call('GET', '/api/v2/authorization/divisions/home')).body['id'];
  const scheduling = { syncTimeOffProperties: { values: [] } };
  const settings = { startDayOfWeek: 'Monday', timeZone: 'Europe/Zurich', scheduling };
  return `${units}/${String((await call('POST', units, { name: 'Zürich', divisionId, settings })).body['id'])}`;
}

it('shows settings only when they are asked for', async () => {
  const { call } = createTestWorld();
  const one = await makeUnit(call);

  const plain = await call('GET', one);
  const whole = await call('GET', `${one}?expand=settings`);
  const list = await call('GET', units);

  expect(plain.body).not.toHaveProperty('settings');
  expect(whole.body['settings']).toMatchObject({
    timeZone: 'Europe/Zurich',
    shortTermForecasting: { defaultHistoryWeeks: 8 },
    scheduling: { syncTimeOffProperties: [] },
    metadata: { version: 1 },
  });
  expect(list.body).toEqual({ entities: [{ ...plain.body, authorized: true }] });
});

it('changes settings from their present version only, and never the time zone', async () => {
  const { call } = createTestWorld();
  const one = await makeUnit(call);
  const change = (settings: object) => call('PATCH', one, { settings });
  const shortTermForecasting = { defaultHistoryWeeks: 3 };

  const missing = await change({ shortTermForecasting });
  const first = await change({ shortTermForecasting, timeZone: 'UTC', metadata: { version: 1 } });
  const stale = await change({ shortTermForecasting, metadata: { version: 1 } });
  const read = await call('GET', `${one}?expand=settings.timeZone`);

  expect([missing.status, first.status, stale.status]).toEqual([400, 200, 409]);
  expect(read.body['settings']).toMatchObject({
    timeZone: 'Europe/Zurich',
    shortTermForecasting,
    metadata: { version: 2 },
  });
});
