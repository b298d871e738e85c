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

it('tries a secret without keeping it, and reads one that could not be read once more', async () => {
  const answers = [Promise.reject(new Error('not yet')), Promise.resolve('hunter2'), Promise.resolve('hunter3')];
  const sent: JsonObject[] = [];
  const platform = { create: async (_: string, body: JsonObject) => Promise.resolve(void sent.push(body)) };
  const writing = withSecrets(platform as unknown as Parameters<typeof withSecrets>[0], async () => {
    const answer = answers.shift();
    return answer ?? Promise.reject(new Error('asked too often'));
  });
  const body = { pin: { $secret: 'env:PIN' } };

  await expect(writing.create('safe', body, {} as never)).rejects.toThrow('not yet');
  expect(await writing.trySecret('env:PIN')).toBeUndefined();
  await writing.create('safe', body, {} as never);
  await writing.create('safe', body, {} as never);

  expect(sent).toEqual([{ pin: 'hunter3' }, { pin: 'hunter3' }]);
});
