import { describe, expect, it } from 'vitest';
import { made } from '../../testing/made.ts';
import { createTestWorld, type TestWorld } from '../../testing/world.ts';

const lists = '/api/v2/outbound/contactlists';
const columns = { columnNames: ['Name', 'Phone', 'Age'], phoneColumns: [{ columnName: 'Phone', type: 'cell' }] };

async function listIn(world: TestWorld, name = 'Leads'): Promise<string> {
  return made(world, lists, { name, ...columns });
}

/** Adds contacts by name and age; returns their ids. */
async function added(world: TestWorld, listId: string, people: Readonly<Record<string, number>>): Promise<string[]> {
  const bodies = Object.entries(people).map(([Name, age]) => ({
    contactListId: listId,
    data: { Name, Phone: '+41445550100', Age: String(age) },
  }));
  const answer = await world.call('POST', `${lists}/${listId}/contacts`, bodies);
  expect(answer.status).toBe(200);
  return (answer.body as unknown as readonly { readonly id: string }[]).map(({ id }) => id);
}

describe('contacts', () => {
  it('are added as a list, answered as a list, and read, changed and deleted one by one', async () => {
    const world = createTestWorld();
    const listId = await listIn(world);
    const [id = ''] = await added(world, listId, { Hanna: 30 });
    const path = `${lists}/${listId}/contacts/${id}`;
    const read = await world.call('GET', path);
    expect(read.body).toMatchObject({ contactListId: listId, callable: true, data: { Name: 'Hanna' } });
    expect(read.body['phoneNumberStatus']).toEqual({ Phone: { callable: true } });
    const data = { Name: 'Hanna', Phone: '+41445550109', Age: '31' };
    expect((await world.call('PUT', path, { contactListId: listId, data })).body).toMatchObject({ data });
    expect((await world.call('DELETE', path)).status).toBe(204);
    expect((await world.call('GET', path)).status).toBe(404);
  });

  it('with an id that the list has already are changed; data of unknown columns are refused', async () => {
    const world = createTestWorld();
    const listId = await listIn(world);
    const [id = ''] = await added(world, listId, { Hanna: 30 });
    const again = [{ id, contactListId: listId, data: { Name: 'Johanna' } }];
    await world.call('POST', `${lists}/${listId}/contacts`, again);
    expect((await world.call('GET', `${lists}/${listId}?includeSize=true`)).body['size']).toBe(1);
    const strange = [{ contactListId: listId, data: { Shoe: '42' } }];
    expect((await world.call('POST', `${lists}/${listId}/contacts`, strange)).status).toBe(400);
    expect((await world.call('POST', `${lists}/${listId}/contacts`, { data: {} })).status).toBe(400);
  });

  it('are found by criteria or a stored filter, sorted and paged', async () => {
    const world = createTestWorld();
    const listId = await listIn(world);
    await added(world, listId, { Anna: 20, Bert: 40, Carla: 60 });
    const clauses = [
      {
        filterType: 'AND',
        predicates: [{ column: 'Age', columnType: 'numeric', operator: 'GREATER_THAN', value: '30' }],
      },
    ];
    const filter = { name: 'Older', contactList: { id: listId }, clauses, filterType: 'AND' };
    const contactListFilterId = await made(world, '/api/v2/outbound/contactlistfilters', filter);
    const search = (body: object): ReturnType<TestWorld['call']> =>
      world.call('POST', `${lists}/${listId}/contacts/search`, body);
    const contactSorts = [{ fieldName: 'Age', direction: 'DESC', numeric: true }];
    const found = await search({ contactListFilterId, contactSorts, pageNumber: 1, pageSize: 1 });
    expect(found.body).toMatchObject({ total: 2, contactsCount: 2, entities: [{ data: { Name: 'Carla' } }] });
    expect((await search({ criteria: { clauses } })).body['total']).toBe(2);
    expect((await search({})).body['total']).toBe(3);
    expect((await search({ contactListFilterId: 'nobody' })).status).toBe(400);
  });

  it('can be read and deleted many at a time, and all at once', async () => {
    const world = createTestWorld();
    const listId = await listIn(world);
    const [first = '', second = ''] = await added(world, listId, { Anna: 20, Bert: 40, Carla: 60 });
    const some = await world.call('POST', `${lists}/${listId}/contacts/bulk`, [first, 'nobody']);
    expect(some.body).toMatchObject([{ id: first }]);
    await world.call('DELETE', `${lists}/${listId}/contacts?contactIds=${first},${second}`);
    expect((await world.call('GET', `${lists}/${listId}?includeSize=true`)).body['size']).toBe(1);
    expect((await world.call('POST', `${lists}/${listId}/clear`)).status).toBe(204);
    expect((await world.call('GET', `${lists}/${listId}?includeSize=true`)).body['size']).toBe(0);
  });
});

describe('a contact list', () => {
  it('keeps its columns, shows size and import status when asked, and takes its contacts with it', async () => {
    const world = createTestWorld();
    const listId = await listIn(world);
    const [id = ''] = await added(world, listId, { Hanna: 30 });
    const plain = (await world.call('GET', `${lists}/${listId}`)).body;
    expect(plain).not.toHaveProperty('size');
    const listed = await world.call('GET', `${lists}?includeSize=true&includeImportStatus=true`);
    expect(listed.body).toMatchObject({ entities: [{ size: 1, importStatus: { totalRecords: 0 } }] });
    const other = { name: 'Leads', ...columns, columnNames: ['Name', 'Phone'] };
    expect((await world.call('PUT', `${lists}/${listId}`, other)).status).toBe(400);
    await world.call('DELETE', `${lists}/${listId}`);
    expect((await world.call('GET', `${lists}/${listId}/contacts/${id}`)).status).toBe(404);
  });

  it('needs columns, each once, and phone columns that it has', async () => {
    const world = createTestWorld();
    for (const wrong of [
      { columnNames: [] },
      { columnNames: ['A', 'A'] },
      { columnNames: ['A'], phoneColumns: [{ columnName: 'B', type: 'cell' }] },
    ]) {
      expect((await world.call('POST', lists, { name: 'Wrong', ...wrong })).status).toBe(400);
    }
  });

  it('is deleted with others by ids, and not while a filter uses it', async () => {
    const world = createTestWorld();
    const [first, second] = [await listIn(world, 'One'), await listIn(world, 'Two')];
    await made(world, '/api/v2/outbound/contactlistfilters', { name: 'Uses two', contactList: { id: second } });
    const refused = await world.call('DELETE', `${lists}?id=${first}&id=${second}`);
    expect(refused).toMatchObject({ status: 400, body: { details: [{ entityName: 'Uses two' }] } });
    expect((await world.call('GET', `${lists}/${first}`)).status).toBe(404);
  });
});
