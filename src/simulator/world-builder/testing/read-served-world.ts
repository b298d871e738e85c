import { createVirtualClock } from '../../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { operationNamed, typeNamed } from '../../model/description.ts';
import type { OrganisationSeed } from '../../seeds.ts';
import { createSimulator } from '../../simulator.ts';

/** A made-up world as a client sees it over HTTP, beside what is really in it. */
export type ServedWorld = {
  /** The objects of a type that its list operations answered. */
  readonly listed: (type: string) => readonly Entity[];
  /** The object as GET by id answers it; undefined when it does not. */
  readonly get: (type: string, id: string) => Promise<Entity | undefined>;
  /** The undeleted objects of the state. */
  readonly stored: (type: string) => readonly Entity[];
  readonly close: () => Promise<void>;
};

type Read = (method: string, path: string, body?: JsonObject) => Promise<JsonObject>;
type Values = Readonly<Record<string, string>>;

const pageSize = 25;
/** What lists have to be asked beside pages to show everything. */
const wholeLists: Readonly<Record<string, string>> = {
  users_rules: 'types=Learning&types=ActivityPlan',
  knowledge_document: 'includeDrafts=true',
};

/** Serves a world over HTTP and reads all lists of the types, page by page, parents before what lies under them. */
export async function readServedWorld(
  types: readonly string[],
  contents: NonNullable<OrganisationSeed['contents']>,
): Promise<ServedWorld> {
  const settings = { rateLimitPerMinute: 1_000_000, tokenLimitPerMinute: 1_000_000 };
  const clients = [{ id: 'reader', secret: 'reader-secret' }];
  const simulator = createSimulator({
    seed: 'test',
    clock: createVirtualClock(),
    organisations: [{ name: 'Acme', clients, settings, contents }],
  });
  const server = await simulator.listen({ port: 0 });
  const read = await openReader(server.url);
  const found = new Map<string, Map<string, { readonly object: Entity; readonly values: Values }>>();
  for (const type of parentsFirst(types)) {
    const objects = new Map<string, { readonly object: Entity; readonly values: Values }>();
    found.set(type, objects);
    for (const values of placesOf(type, found)) {
      for (const object of await listAll(read, type, values)) objects.set(object.id, { object, values });
    }
  }
  const answers = new Map<string, Promise<Entity | undefined>>();
  return {
    listed: (type) => [...(found.get(type)?.values() ?? [])].map(({ object }) => object),
    get: (type, id) => {
      const key = `${type}/${id}`;
      const answer = answers.get(key) ?? getOne(read, type, { ...found.get(type)?.get(id)?.values }, id);
      answers.set(key, answer);
      return answer;
    },
    stored: (type) =>
      simulator
        .organisation('Acme')
        .entities(type)
        .filter((entity) => entity['state'] !== 'deleted'),
    close: () => server.close(),
  };
}

async function openReader(url: string): Promise<Read> {
  const authorization = `Basic ${Buffer.from('reader:reader-secret').toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/x-www-form-urlencoded' };
  const login = await fetch(`${url}/oauth/token`, { method: 'POST', headers, body: 'grant_type=client_credentials' });
  const { access_token: token } = (await login.json()) as { readonly access_token: string };
  return async (method, path, body) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as JsonObject;
  };
}

function parentsFirst(types: readonly string[]): readonly string[] {
  return types.toSorted((left, right) => depthOf(left) - depthOf(right));
}

function depthOf(type: string): number {
  return (typeNamed(type).parents?.length ?? 0) + (listedUnder[type] ? 1 : 0);
}

/** Lists under another object that their query names. */
const listedUnder: Readonly<Record<string, { readonly parameter: string; readonly type: string }>> = {
  responsemanagement_response: { parameter: 'libraryId', type: 'responsemanagement_library' },
};

/** The values of path and query parameters of every collection of the type. */
function placesOf(
  type: string,
  found: ReadonlyMap<string, ReadonlyMap<string, { readonly values: Values }>>,
): readonly Values[] {
  const last = listedUnder[type] ?? typeNamed(type).parents?.at(-1);
  if (!last) return [{}];
  const parents = found.get(last.type ?? '') ?? new Map<string, { readonly values: Values }>();
  return [...parents].map(([id, { values }]) => ({ ...values, [last.parameter]: id }));
}

async function listAll(read: Read, type: string, values: Values): Promise<readonly Entity[]> {
  const { list } = typeNamed(type);
  if (!list) return [];
  const { method, path, query = [] } = operationNamed(list.operation);
  const size = query.includes('limit') ? 'limit' : 'pageSize';
  const under = listedUnder[type]?.parameter ?? '';
  const asked = under === '' ? (wholeLists[type] ?? '') : `${under}=${values[under] ?? ''}`;
  const address = `${filled(path, values)}?${size}=${pageSize}&${asked}`;
  const objects: Entity[] = [];
  let next: string | undefined = address;
  for (let number = 1; next !== undefined; number += 1) {
    const token: string = new URLSearchParams(next.split('?')[1]).get('after') ?? '';
    const continued = {
      filters: [],
      query: [],
      pageSize,
      pageNumber: number,
      ...(token === '' ? {} : { after: token }),
    };
    const page: JsonObject = await read(method, next, method === 'POST' ? continued : undefined);
    const items = list.items === '' ? page : page[list.items];
    const entities = Array.isArray(items) ? items.filter(isObject) : [];
    objects.push(...entities.map((entity) => ({ ...entity, id: textOf(entity, 'id') })));
    next = nextPage(page, { address, number, isPaged: list.paging === 'page' && entities.length === pageSize });
  }
  return objects;
}

/** Pages have numbers; lists by cursor say where they go on, with a link or with a token alone. */
function nextPage(
  page: JsonObject,
  { address, number, isPaged }: { readonly address: string; readonly number: number; readonly isPaged: boolean },
): string | undefined {
  if (isPaged) return `${address}&pageNumber=${number + 1}`;
  const link = textOf(page, 'nextUri');
  if (link !== '') return link;
  const cursors = isObject(page['cursors']) ? page['cursors'] : {};
  const [name, token] = [
    ['after', textOf(page, 'after') || textOf(cursors, 'after')] as const,
    ['cursor', textOf(page, 'cursor')] as const,
  ].find(([, value]) => value !== '') ?? ['', ''];
  return token === '' ? undefined : `${address}&${name}=${encodeURIComponent(token)}`;
}

async function getOne(read: Read, type: string, values: Values, id: string): Promise<Entity | undefined> {
  const { get } = typeNamed(type);
  if (get === undefined) return undefined;
  const { path } = operationNamed(get);
  // Where a path goes on behind the object, it names a version: that of its draft is always there.
  const unnamed = [...path.matchAll(/\{(\w+)\}/gu)].flatMap(([, name = '']) => (name in values ? [] : [name]));
  const own = unnamed.map((name, index) => [name, index === 0 ? id : 'draft'] as const);
  try {
    return { ...(await read('GET', filled(path, { ...values, ...Object.fromEntries(own) }))), id };
  } catch {
    return undefined;
  }
}

function filled(path: string, values: Values): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => encodeURIComponent(values[name] ?? ''));
}
