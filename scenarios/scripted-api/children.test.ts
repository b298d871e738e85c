import { afterEach, describe, expect, it } from 'vitest';
import { isJsonObject, valueAt, type JsonObject } from '../../src/core/index.ts';
import type { ReferenceRule, ResourceDescriptor } from '../../src/core/resource/index.ts';
import { deploy, type RunReport } from '../../src/engine/index.ts';
import { artifactOf, createWorkbench, ensure, ref } from '../../src/engine/testing/index.ts';
import { catalogueOf, crud, described, scriptsOf, type Script } from '../../src/genesys/testing/index.ts';

function objects(types: Readonly<Record<string, string>>): readonly ReferenceRule[] {
  return Object.entries(types).map(([path, type]) => ({ path, type, wire: 'object' }));
}

function child(type: string, parentType: string, path: string): ResourceDescriptor {
  return described({
    type,
    shape: { kind: 'child', parentType, parentField: parentType },
    key: { fields: [parentType, 'name'], compare: 'exact', unique: true },
    fields: [parentType, 'name', 'text', 'twin'],
    createOnly: [parentType],
    references: objects({ [parentType]: parentType, twin: type }),
    api: crud(path),
  });
}

const catalogue = catalogueOf([
  described({ type: 'base', fields: ['name', 'text'], api: crud('/bases') }),
  child('category', 'base', '/bases/{parentId}/categories'),
  child('leaf', 'category', '/bases/{parentId2}/categories/{parentId}/leaves'),
  described({
    type: 'site',
    fields: ['name', 'base', 'shown'],
    references: objects({ base: 'base', 'shown[]': 'category' }),
    lists: { shown: { kind: 'set' } },
    api: crud('/sites'),
  }),
]);
const scripted = scriptsOf(afterEach, catalogue);

/** An API that keeps what it is sent, whatever it is: objects at paths of an even number of parts, lists above them. */
function keeping(kept: Map<string, JsonObject>, refused: readonly string[]): Script {
  return ({ method, path, body }) => {
    if (method !== 'GET' && refused.some((word) => body.includes(word)))
      return { status: 400, body: { message: 'no' } };
    if (path === '/api/v2/organizations/me') return { id: 'org-1', name: 'Test', domain: 'test' };
    if (path === '/api/v2/tokens/me') return { organization: { id: 'org-1' }, OAuthClient: { id: 'writer' } };
    if (path.startsWith('/api/')) return undefined;
    const isList = path.split('/').length % 2 === 0;
    if (method === 'GET' && isList) return listOf(kept, path);
    if (method === 'GET') return kept.get(path);
    if (method === 'DELETE') return { status: kept.delete(path) ? 204 : 404 };
    const id = isList ? `id-${kept.size + 1}` : (path.split('/').at(-1) ?? '');
    const written = { ...(JSON.parse(body) as JsonObject), id };
    kept.set(isList ? `${path}/${id}` : path, written);
    return written;
  };
}

function listOf(kept: ReadonlyMap<string, JsonObject>, path: string): JsonObject {
  const inside = [...kept].filter(([place]) => place.slice(0, place.lastIndexOf('/')) === path);
  return { entities: inside.map(([, object]) => object), total: inside.length, pageCount: 1 };
}

async function prepare(refused: readonly string[] = []) {
  const kept = new Map<string, JsonObject>();
  const { platform, log } = await scripted(keeping(kept, refused));
  const bench = createWorkbench();
  const run = (...actions: Parameters<typeof artifactOf>[0]): Promise<RunReport> =>
    deploy(bench.ports({ platform }), bench.request(artifactOf(actions), { catalogue }));
  const named = (name: string): JsonObject | undefined => [...kept.values()].find((object) => object['name'] === name);
  return { kept, run, named, writes: () => log().filter((line) => /^(?:POST|PUT) \/(?:bases|sites)/u.test(line)) };
}

const actions = [
  ensure('base', 'Main'),
  ensure('category', ['Main', 'Cars'], { text: 'four wheels' }),
  ensure('leaf', ['Main', 'Cars', 'Red'], { text: 'fast' }),
  ensure('leaf', ['Main', 'Cars', 'Blue'], { twin: ref('leaf/Main/Cars/Red') }),
  ensure('site', 'Home', { base: ref('base/Main'), shown: [ref('category/Main/Cars')] }),
];

describe('a deployment of children of children and of what refers to them', () => {
  it('makes them under each other, and gives the platform the ids it knows', async () => {
    const { kept, run, named } = await prepare();

    expect(await run(...actions)).toMatchObject({ ending: 'succeeded' });

    const [base, category, red] = ['Main', 'Cars', 'Red'].map((name) => String(named(name)?.['id']));
    expect(kept.get(`/bases/${base}/categories/${category}/leaves/${red}`)).toMatchObject({ text: 'fast' });
    expect(valueAt(named('Blue'), ['twin', 'id'])).toBe(red);
    expect(named('Home')).toMatchObject({ base: { id: base }, shown: [{ id: category }] });
    expect([...kept.values()].every((object) => isJsonObject(object) && !JSON.stringify(object).includes('/'))).toBe(
      true,
    );
  });

  it('has nothing left to do the second time', async () => {
    const { run, writes } = await prepare();
    await run(...actions);
    const before = writes().length;

    expect(await run(...actions, ensure('base', 'Main', { text: 'seen' }))).toMatchObject({ ending: 'succeeded' });
    expect(writes().slice(before)).toHaveLength(1);
  });

  it('changes them where they are', async () => {
    const { run, named } = await prepare();
    await run(...actions);

    await run(ensure('leaf', ['Main', 'Cars', 'Red'], { text: 'slow' }));

    expect(named('Red')).toMatchObject({ text: 'slow' });
  });

  it('takes all of them back when something is refused', async () => {
    const { kept, run } = await prepare(['Forbidden']);

    expect(await run(...actions, ensure('site', 'Forbidden'))).toMatchObject({ ending: 'compensated' });
    expect([...kept.keys()]).toEqual([]);
  });

  it('takes back what was changed in them', async () => {
    const refused: string[] = [];
    const { run, named } = await prepare(refused);
    await run(...actions);
    refused.push('Forbidden');

    const report = await run(ensure('leaf', ['Main', 'Cars', 'Red'], { text: 'slow' }), ensure('site', 'Forbidden'));

    expect(report).toMatchObject({ ending: 'compensated' });
    expect(named('Red')).toMatchObject({ text: 'fast' });
  });
});
