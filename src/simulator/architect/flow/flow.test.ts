import { beforeEach, describe, expect, it } from 'vitest';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { exportFlow, publish, publishText } from '../testing/publish.ts';

let world: TestWorld;

beforeEach(() => {
  world = createTestWorld();
});

const greeting =
  'inboundCall:\n  name: Main\n  startUpRef: ./tasks/task[a]\n  defaultLanguage: en-us\n  # kept out\n  tasks: []\n';
const toQueue = (queue: string): string =>
  `inboundCall:\n  name: Main\n  tasks:\n    - task:\n        actions:\n          - transferToAcd:\n              targetQueue:\n                lit:\n                  name: ${queue}\n`;

describe('publishing a flow', () => {
  it('makes a new flow, then new versions of it, and says who did it', async () => {
    const first = await publish(world, greeting);
    expect(first).toMatchObject({ status: 'Success', command: 'Publish', messages: [] });
    const id = String((first['flow'] as { id: string }).id);
    const flow = await world.call('GET', `/api/v2/flows/${id}`);
    expect(flow.body).toMatchObject({
      name: 'Main',
      type: 'INBOUNDCALL',
      active: true,
      deleted: false,
      division: { name: 'Home' },
      publishedVersion: { id: '1.0', type: 'PUBLISH', createdByClient: { id: 'deployer' } },
    });
    expect((await publish(world, greeting))['flow']).toMatchObject({ id });
    const versions = await world.call('GET', `/api/v2/flows/${id}/versions`);
    expect(versions.body).toMatchObject({ total: 2, entities: [{ id: '2.0' }, { id: '1.0' }] });
    const renamed = await publish(world, greeting.replace('Main', 'Other'));
    expect(renamed['flow']).not.toMatchObject({ id });
    const actions = world.simulator
      .organisation('Acme')
      .audits()
      .map(({ message }) => message['action']);
    expect(actions).toEqual(['Create', 'Publish', 'Publish', 'Create', 'Publish']);
  });

  it('takes its time on the clock, and answers Registered and Started until then', async () => {
    const job = await world.call('POST', '/api/v2/flows/jobs');
    const path = `/api/v2/flows/jobs/${String(job.body['id'])}`;
    expect((await world.call('GET', path)).body).toMatchObject({ status: 'Registered' });
    expect((await publishText(world, job.body, greeting)).status).toBe(200);
    expect((await world.call('GET', path)).body).toMatchObject({ status: 'Started' });
    expect((await world.call('GET', '/api/v2/flows')).body['total']).toBe(0);
    world.clock.advance(1000);
    expect((await world.call('GET', path)).body).toMatchObject({ status: 'Success' });
    expect((await world.call('GET', path)).body).not.toHaveProperty('messages');
  });

  it('refuses an upload without the headers or with another signature', async () => {
    const job = await world.call('POST', '/api/v2/flows/jobs');
    expect((await publishText(world, { ...job.body, headers: {} }, greeting)).status).toBe(403);
    const presignedUrl = `${String(job.body['presignedUrl'])}x`;
    expect((await publishText(world, { ...job.body, presignedUrl }, greeting)).status).toBe(403);
  });

  it.each([
    {
      name: 'text that is not YAML, with its place',
      text: 'inboundCall:\n  name: "Main\n',
      says: /not well-formed.*line \d+, column \d+/,
    },
    { name: 'an unknown flow type', text: 'outboundFax:\n  name: Main\n', says: /'outboundFax' is not a flow type/ },
    { name: 'a flow without a name', text: 'inboundCall:\n  tasks: []\n', says: /has no name/ },
    { name: 'an .i3 file', text: 'JTdCJTIybmFtZSUyMiUzQQ==', says: /not a flow in YAML/ },
    {
      name: 'an unknown division',
      text: 'workflow:\n  name: W\n  division: Nowhere\n',
      says: /division with name 'Nowhere'/,
    },
    {
      name: 'a queue that does not exist, with its place',
      text: toQueue('Sales'),
      says: /queue with name 'Sales' \(\/inboundCall\/tasks\/0\/task\/actions\/0\/transferToAcd\/targetQueue\)/,
    },
  ])('fails for $name', async ({ text, says }) => {
    const job = await publish(world, text);
    expect(job).toMatchObject({ status: 'Failure', messages: [{ type: 'Error', text: expect.stringMatching(says) }] });
    expect((await world.call('GET', '/api/v2/flows')).body['total']).toBe(0);
  });

  it('tracks what the flow uses, by version', async () => {
    const queue = world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales' });
    const job = await publish(world, toQueue('Sales'));
    const { id } = job['flow'] as { id: string };
    const root = '/api/v2/architect/dependencytracking';
    const used = await world.call('GET', `${root}/consumedresources?id=${id}&version=1.0&objectType=INBOUNDCALLFLOW`);
    expect(used.body).toMatchObject({
      total: 1,
      entities: [{ type: 'QUEUE', id: queue.id, name: 'Sales', deleted: false }],
    });
    const users = await world.call('GET', `${root}/consumingresources?id=${queue.id}&objectType=QUEUE`);
    expect(users.body).toMatchObject({
      total: 1,
      entities: [{ type: 'INBOUNDCALLFLOW', id, name: 'Main', version: '1.0' }],
    });
    await publish(world, greeting);
    expect((await world.call('GET', `${root}/consumingresources?id=${queue.id}&objectType=QUEUE`)).body['total']).toBe(
      0,
    );
    expect((await world.call('POST', `${root}/build`)).status).toBe(202);
  });

  it('does not keep what it uses from being deleted; dependency tracking then says so', async () => {
    const queue = world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales' });
    const { id } = (await publish(world, toQueue('Sales')))['flow'] as { id: string };
    expect((await world.call('DELETE', `/api/v2/routing/queues/${queue.id}`)).status).toBe(204);
    const path = `/api/v2/architect/dependencytracking/consumedresources?id=${id}&version=1.0&objectType=INBOUNDCALLFLOW`;
    expect((await world.call('GET', path)).body).toMatchObject({ entities: [{ name: 'Sales', deleted: true }] });
    expect(await publish(world, toQueue('Sales'))).toMatchObject({ status: 'Failure' });
  });
});

describe('exporting a flow', () => {
  it('gives the published meaning in the platform’s own form', async () => {
    await publish(world, greeting);
    const text = await exportFlow(world, { name: 'Main', type: 'inboundcall' });
    expect(text).toBe(
      'inboundCall:\n  name: Main\n  description: ""\n  division: Home\n  startUpRef: ./tasks/task[a]\n  defaultLanguage: en-us\n  tasks: []\n',
    );
    await publish(world, text);
    expect(await exportFlow(world, { name: 'Main', type: 'inboundcall' })).toBe(text);
  });

  it('is limited more tightly than other requests', async () => {
    const steer = '/simulator/organisations/Acme/architect/settings';
    expect((await world.call('PATCH', steer, { exportJobsPerMinute: 1 })).status).toBe(200);
    await publish(world, greeting);
    await exportFlow(world, { name: 'Main', type: 'INBOUNDCALL' });
    const body = { flows: [{ flow: { name: 'Main', type: 'INBOUNDCALL' }, exportType: 'Yaml' }] };
    const second = await world.call('POST', '/api/v2/flows/export/jobs', body);
    expect(second.status).toBe(429);
    expect(Number(second.headers['Retry-After'])).toBeGreaterThan(0);
  });
});

describe('a flow that a person edits', () => {
  const edit = (edits: readonly string[]): Promise<unknown> =>
    world.call('POST', '/simulator/organisations/Acme/architect/flows/Main/edits', {
      email: 'hanna@acme.example',
      edits,
      content: greeting.replace('en-us', 'de-de'),
    });

  it('is locked, cannot be published or deleted by others, and the refusal names the holder', async () => {
    const { id } = (await publish(world, greeting))['flow'] as { id: string };
    await edit(['checkout']);
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject({
      lockedUser: { name: 'Hanna Muster' },
    });
    expect(await publish(world, greeting)).toMatchObject({
      status: 'Failure',
      messages: [{ text: expect.stringContaining("The flow 'Main' is locked by Hanna Muster") }],
    });
    expect((await world.call('DELETE', `/api/v2/flows/${id}`)).status).toBe(409);
    expect((await world.call('POST', `/api/v2/flows/actions/checkout?flow=${id}`)).status).toBe(409);
    const unlocked = await world.call('POST', `/api/v2/flows/actions/unlock?flow=${id}`);
    expect(unlocked.body).not.toHaveProperty('lockedUser');
    expect(await publish(world, greeting)).toMatchObject({ status: 'Success' });
    const [, , checkout] = world.simulator.organisation('Acme').audits();
    expect(checkout?.message).toMatchObject({ action: 'Checkout', user: { id: expect.any(String) } });
  });

  it('has a draft newer than the published version until it is published', async () => {
    const { id } = (await publish(world, greeting))['flow'] as { id: string };
    await edit(['checkout', 'save']);
    const drafted = { publishedVersion: { id: '1.0' }, checkedInVersion: { id: '1.0' }, savedVersion: { id: '1.1' } };
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject(drafted);
    await edit(['checkin']);
    const checkedIn = { publishedVersion: { id: '1.0' }, checkedInVersion: { id: '1.1', type: 'CHECKIN' } };
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject(checkedIn);
    const latest = await world.call('GET', `/api/v2/flows/${id}/latestconfiguration`);
    expect(latest.body).toMatchObject({ inboundCall: { defaultLanguage: 'de-de' } });
    const published = await world.call('GET', `/api/v2/flows/${id}/versions/1.0/configuration`);
    expect(published.body).toMatchObject({ inboundCall: { defaultLanguage: 'en-us' } });
    expect((await world.call('POST', `/api/v2/flows/actions/publish?flow=${id}`)).body).toMatchObject({
      actionName: 'PUBLISH',
      complete: true,
    });
    expect((await world.call('GET', `/api/v2/flows/${id}`)).body).toMatchObject({
      publishedVersion: { id: '2.0' },
      savedVersion: { id: '2.0' },
    });
  });
});

describe('flows', () => {
  it('are listed by type, name and state, and deletion is soft', async () => {
    const { id } = (await publish(world, greeting))['flow'] as { id: string };
    await publish(world, 'workflow:\n  name: Main\n');
    expect((await world.call('GET', '/api/v2/flows?type=inboundcall')).body).toMatchObject({
      total: 1,
      entities: [{ id }],
    });
    expect((await world.call('GET', '/api/v2/flows?name=ma*')).body['total']).toBe(2);
    expect((await world.call('GET', '/api/v2/flows?publishedAfter=2036-01-01T00:00:00Z')).body['total']).toBe(0);
    expect((await world.call('DELETE', `/api/v2/flows/${id}`)).status).toBe(204);
    expect((await world.call('GET', `/api/v2/flows/${id}`)).status).toBe(410);
    expect((await world.call('GET', `/api/v2/flows/${id}?deleted=true`)).body).toMatchObject({ deleted: true });
    expect((await world.call('GET', '/api/v2/flows?deleted=true')).body).toMatchObject({
      total: 1,
      entities: [{ id }],
    });
    expect((await publish(world, greeting))['flow']).not.toMatchObject({ id });
  });

  it('cannot be deleted while a queue or another published flow uses them', async () => {
    const { id: inQueue } = (await publish(world, 'inqueueCall:\n  name: Wait\n'))['flow'] as { id: string };
    world.simulator.organisation('Acme').create('routing_queue', { name: 'Sales', queueFlow: { id: inQueue } });
    expect((await world.call('DELETE', `/api/v2/flows/${inQueue}`)).status).toBe(409);
    const { id: module } = (await publish(world, 'commonModule:\n  name: Lookup\n'))['flow'] as { id: string };
    await publish(
      world,
      'inboundCall:\n  name: Main\n  tasks:\n    - callCommonModule:\n        commonModule:\n          Lookup:\n            ver_latestPublished: {}\n',
    );
    const refused = await world.call('DELETE', `/api/v2/flows/${module}`);
    expect(refused).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('INBOUNDCALLFLOW "Main"') },
    });
  });

  it('are created without content by POST, once per name and type, and renamed by PUT', async () => {
    const created = await world.call('POST', '/api/v2/flows', { name: 'Stub', type: 'WORKFLOW' });
    expect(created.body).not.toHaveProperty('publishedVersion');
    expect((await world.call('POST', '/api/v2/flows', { name: 'stub', type: 'WORKFLOW' })).status).toBe(409);
    expect((await world.call('POST', '/api/v2/flows', { name: 'Stub', type: 'SPEECH' })).status).toBe(200);
    const path = `/api/v2/flows/${String(created.body['id'])}`;
    expect((await world.call('PUT', path, { name: 'Stub 2', description: 'new' })).body).toMatchObject({
      name: 'Stub 2',
      type: 'WORKFLOW',
      description: 'new',
    });
    const refused = await world.call('POST', '/api/v2/flows', { name: 'A', type: 'FAX' });
    expect(refused.status).toBe(400);
  });

  it('are validated by a job that writes nothing', async () => {
    const { id } = (await publish(world, greeting))['flow'] as { id: string };
    const job = await world.call('POST', '/api/v2/flows/validate/jobs', { flows: [{ flow: { id } }] });
    world.clock.advance(1000);
    const done = await world.call('GET', `/api/v2/flows/validate/jobs/${String(job.body['id'])}?expand=messages`);
    expect(done.body).toMatchObject({ status: 'Success', command: 'Validate', messages: [] });
  });
});
