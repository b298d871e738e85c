import { expect, it } from 'vitest';
import type { JsonObject } from '../../../core/index.ts';
import { withSecrets } from './write-secrets.ts';

it('puts secrets into bodies on their way to the platform, each read once', async () => {
  const sent: JsonObject[] = [];
  const asked: string[] = [];
  const platform = {
    create: async (_: string, body: JsonObject) => Promise.resolve(void sent.push(body)),
    update: async (_: string, __: string, body: JsonObject) => Promise.resolve(void sent.push(body)),
  };
  const given = { name: 'S', config: { pin: { $secret: 'env:PIN', version: '2' } }, list: [{ $secret: 'env:PIN' }] };
  const writing = withSecrets(platform as unknown as Parameters<typeof withSecrets>[0], async (reference) => {
    asked.push(reference);
    return Promise.resolve('hunter2');
  });

  await writing.create('safe', given, {} as never);
  await writing.update('safe', 's1', { note: 'as it is' }, {} as never);

  expect(sent).toEqual([{ name: 'S', config: { pin: 'hunter2' }, list: ['hunter2'] }, { note: 'as it is' }]);
  expect(asked).toEqual(['env:PIN']);
  expect(JSON.stringify(given)).not.toContain('hunter2');
});
