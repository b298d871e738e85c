import { expect, it } from 'vitest';
import { createTestWorld } from '../../testing/world.ts';

it('takes the kind of a language file in any letter case, and no other kind', async () => {
  const { call } = createTestWorld();
  const grammar = await call('POST', '/api/v2/architect/grammars', { name: 'Yes_No' });
  const languages = `/api/v2/architect/grammars/${String(grammar.body['id'])}/languages`;
  await call('POST', languages, { language: 'de-DE' });
  const upload = (fileType: string) => call('POST', `${languages}/de-DE/files/voice`, { fileType });
  expect((await upload('Grxml')).body).toHaveProperty('url');
  expect((await upload('gram')).status).toBe(200);
  expect((await upload('Wav')).status).toBe(400);
});
