import { expect, it } from 'vitest';
import { createProviderWorld, type Answer, type ProviderWorld } from './provider-world.ts';

const flows = '/api/v2/flows';
const text = (name: string): string =>
  `inboundCall:\n  name: ${name}\n  division: Home\n  startUpRef: ./menus/menu[Main]\n`;

/** Registers a job without a body, puts the text where it says with its headers, and polls every 15 seconds. */
async function publish(world: ProviderWorld, content: string): Promise<Answer['body']> {
  const job = (await world.call('POST', `${flows}/jobs`)).body;
  expect((await world.upload('PUT', job['presignedUrl'], content, job['headers'])).status).toBe(200);
  for (let polls = 0; polls < 64; polls += 1) {
    const state = (await world.call('GET', `${flows}/jobs/${String(job['id'])}?expand=messages`)).body;
    if (state['status'] === 'Success' || state['status'] === 'Failure') return state;
    world.wait(15_000);
  }
  throw new Error('the job never ended');
}

const idOf = (job: Answer['body']): string => String((job['flow'] as { readonly id?: string } | undefined)?.id);

it('publishes a flow by a job, reads it, and publishes it again under the same id', async () => {
  const world = await createProviderWorld();
  const first = await publish(world, text('Main'));
  expect(first['status']).toBe('Success');
  const path = `${flows}/${idOf(first)}`;
  expect((await world.call('GET', `${path}?deleted=false`)).body).toMatchObject({ name: 'Main', type: 'INBOUNDCALL' });
  expect(idOf(await publish(world, text('Main')))).toBe(idOf(first));
  expect(idOf(await publish(world, text('Other')))).not.toBe(idOf(first));
});

it('is told why a text is no flow', async () => {
  const failed = await publish(await createProviderWorld(), 'nothing: here\n');
  expect(failed['status']).toBe('Failure');
  const messages = failed['messages'] as readonly { readonly text?: string }[];
  expect(messages.some(({ text: said }) => typeof said === 'string' && said !== '')).toBe(true);
});

it('is not let in at the presigned address without the headers that came with it', async () => {
  const world = await createProviderWorld();
  const job = (await world.call('POST', `${flows}/jobs`)).body;
  expect((await world.upload('PUT', job['presignedUrl'], text('Main'), {})).status).toBe(403);
});

it('unlocks a flow by force and deletes it; a queue that uses it is in the way until it goes', async () => {
  const world = await createProviderWorld();
  const { call } = world;
  const job = await publish(world, 'inqueueCall:\n  name: Waiting\n');
  const path = `${flows}/${idOf(job)}`;
  const queue = world.organisation.create('routing_queue', { name: 'Sales', queueFlow: { id: idOf(job) } });
  expect((await call('POST', `${flows}/actions/unlock?flow=${idOf(job)}`)).status).toBe(200);
  expect((await call('DELETE', path)).status).toBe(409);
  expect((await call('DELETE', `/api/v2/routing/queues/${queue.id}?forceDelete=true`)).status).toBeLessThan(300);
  expect((await call('DELETE', path)).status).toBeLessThan(300);
  expect((await call('GET', `${path}?deleted=false`)).status).toBe(410);
});

it('exports a flow by a job that is started until it is done, and downloads the file', async () => {
  const world = await createProviderWorld();
  const { call, wait } = world;
  const flow = { id: idOf(await publish(world, text('Main'))) };
  const job = await call('POST', `${flows}/export/jobs`, { flows: [{ flow }] });
  const states: unknown[] = [];
  let last: Answer['body'] = {};
  while (last['status'] !== 'Success' && states.length < 45) {
    wait(2000);
    last = (await call('GET', `${flows}/export/jobs/${String(job.body['id'])}?expand=messages`)).body;
    states.push(last['status']);
  }
  expect(states.slice(0, -1).every((state) => state === 'Started')).toBe(true);
  expect(last['status']).toBe('Success');
  expect((await world.upload('GET', last['downloadUrl'], '', {})).text).toContain('name: Main');
});
