import { expect, it } from 'vitest';
import { createTestWorld } from '../testing/world.ts';

it('finds the responses of all libraries, or those about a phrase, page by page', async () => {
  const { call } = createTestWorld();
  for (const name of ['Grüße', 'Abschied', 'Größe']) {
    const library = await call('POST', '/api/v2/responsemanagement/libraries', { name });
    const libraries = [{ id: library.body['id'] }];
    await call('POST', '/api/v2/responsemanagement/responses', { name: `Zu ${name}`, libraries, texts: [] });
  }
  const query = (body: object) => call('POST', '/api/v2/responsemanagement/responses/query', body);

  const second = await query({ pageSize: 2, pageNumber: 2 });
  const about = await query({ queryPhrase: 'GRÖ' });

  expect(second.body['results']).toMatchObject({ total: 3, pageCount: 2, entities: [{ version: 1 }] });
  expect(about.body['results']).toMatchObject({ total: 1, entities: [{ name: 'Zu Größe' }] });
});
