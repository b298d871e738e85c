import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';
import { csvText, parseCsv } from './csv.ts';

const lists = '/api/v2/outbound/contactlists';

async function upload(world: TestWorld, parts: Readonly<Record<string, string>>, token?: string): Promise<number> {
  const boundary = 'form-boundary';
  const fields = Object.entries(parts).map(([name, text]) => {
    const file = name === 'file' ? '; filename="file"' : '';
    return `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  const answer = await world.simulator.handle({
    method: 'POST',
    path: '/uploads/v2/contactlist',
    headers: {
      host: 'apps.mypurecloud.com',
      authorization: `Bearer ${token ?? (await world.token('deployer'))}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body: `${fields.join('')}--${boundary}--\r\n`,
  });
  return answer.status;
}

describe('the import of contacts', () => {
  it('is uploaded to the apps host and polled; a finished one has no state and 100 percent', async () => {
    const world = createTestWorld();
    const id = await made(world, lists, { name: 'Leads', columnNames: ['Key', 'Name'] });
    const file = 'Key,Name\r\n7,"Muster, ""Hanna"""\r\n8,Zoë\r\n';
    expect(await upload(world, { file, fileType: 'contactlist', id, 'contact-id-name': 'Key' })).toBe(200);
    const running = await world.call('GET', `${lists}/${id}/importstatus`);
    expect(running.body).toMatchObject({ state: 'IN_PROGRESS', percentComplete: 0 });
    world.clock.advance(1_000);
    const status = await world.call('GET', `${lists}/${id}/importstatus`);
    expect(status.body).toEqual({ totalRecords: 2, completedRecords: 2, percentComplete: 100 });
    const contact = await world.call('GET', `${lists}/${id}/contacts/7`);
    expect(contact.body).toMatchObject({ data: { Key: '7', Name: 'Muster, "Hanna"' } });
    expect((await world.call('GET', `${lists}/${id}/contacts/8`)).body).toMatchObject({ data: { Name: 'Zoë' } });
  });

  it('fails with columns that the list lacks', async () => {
    const world = createTestWorld();
    const id = await made(world, lists, { name: 'Leads', columnNames: ['Name'] });
    await upload(world, { file: 'Name,Shoe\nHanna,42\n', id, 'contact-id-name': '' });
    world.clock.advance(1_000);
    const status = await world.call('GET', `${lists}/${id}/importstatus`);
    expect(status.body).toMatchObject({ state: 'FAILED', failureReason: 'CONTACT_COLUMNS_LIMIT_EXCEEDED' });
  });

  it('needs a token, a file and a list', async () => {
    const world = createTestWorld();
    expect(await upload(world, { file: 'A\n', id: 'nobody' })).toBe(400);
    expect(await upload(world, { id: 'nobody' })).toBe(400);
    expect(await upload(world, { file: 'A\n', id: 'nobody' }, 'stranger')).toBe(401);
  });
});

describe('the export of contacts', () => {
  it('is started, answers 404 until it is there, and is fetched from the address given', async () => {
    const world = createTestWorld();
    const id = await made(world, lists, { name: 'Leads', columnNames: ['Name'] });
    await world.call('POST', `${lists}/${id}/contacts`, [{ id: 'c1', contactListId: id, data: { Name: 'Ann "A"' } }]);
    expect((await world.call('GET', `${lists}/${id}/export`)).status).toBe(404);
    expect(await world.call('POST', `${lists}/${id}/export`, {})).toMatchObject({ status: 200, body: { id } });
    expect((await world.call('GET', `${lists}/${id}/export`)).status).toBe(404);
    world.clock.advance(1_000);
    const uri = String((await world.call('GET', `${lists}/${id}/export`)).body['uri']);
    const path = new URL(uri).pathname + new URL(uri).search;
    const file = await world.simulator.handle({ method: 'GET', path, headers: {} });
    expect(parseCsv(String(file.body))).toEqual([
      ['inin-outbound-id', 'Name', 'Callable'],
      ['c1', 'Ann "A"', '1'],
    ]);
    const stranger = await world.simulator.handle({
      method: 'GET',
      path: path.replace(/key=.*/u, 'key=x'),
      headers: {},
    });
    expect(stranger.status).toBe(403);
  });
});

describe('CSV', () => {
  it('keeps commas, quotes and line breaks of its fields', () => {
    const records = [
      ['a,b', 'c"d', 'e\nf', ''],
      ['1', '2', '3', '4'],
    ];
    expect(parseCsv(csvText(records))).toEqual(records);
    expect(parseCsv('\uFEFFa,b\n\n"x\n')).toEqual([['a', 'b'], ['x\n']]);
  });
});
