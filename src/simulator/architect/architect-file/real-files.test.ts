import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createTestWorld, type Answer, type TestWorld } from '../../testing/world.ts';
import { configurationInText } from './configuration.ts';
import { manifestEntries, type ManifestEntry } from './manifest.ts';

const folder = new URL('../../../../../shared/fixtures/flows-i3/', import.meta.url);
const absent = '../shared/fixtures/flows-i3 is not there';
const flows = '/api/v2/flows';
const empty = { current: [], shown: [], pending: [], immediate: false };

function realFiles(): readonly { readonly file: string; readonly text: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ file: name, text: readFileSync(`${parentPath}/${name}`, 'utf8') }));
}

/** Checks a new flow of the configuration's type out and saves the file as its draft. */
async function imported({ call }: TestWorld, text: string, name: string): Promise<{ id: string; saved: Answer }> {
  const type = configurationInText(text)?.kind;
  const id = String((await call('POST', flows, { name, type })).body['id']);
  await call('POST', `${flows}/actions/checkout?flow=${id}`);
  return { id, saved: await call('POST', `${flows}/${id}/versions`, { content: text }) };
}

/** Puts an object where the file's manifest wants one, with no regard to the rules of its type. */
function provide({ simulator }: TestWorld, entries: readonly ManifestEntry[]): void {
  const saved = simulator.snapshot();
  const [state] = saved.organisations;
  if (!state) throw new Error('there is no organisation');
  const collections = { ...state.collections };
  for (const { type, name, flowKind = '' } of entries) {
    const { current, shown, pending, immediate } = collections[type] ?? empty;
    const entity = { id: `${type}/${name}/${flowKind}`, name, ...(flowKind === '' ? {} : { type: flowKind }) };
    collections[type] = { current: [...current, entity], shown: [...shown, entity], pending, immediate };
  }
  simulator.load({ ...saved, organisations: [{ ...state, collections }] });
}

async function architectExport({ call, clock, simulator }: TestWorld, id: string): Promise<string> {
  const job = await call('POST', `${flows}/export/jobs`, { flows: [{ flow: { id }, exportType: 'Architect' }] });
  clock.advance(1000);
  const done = await call('GET', `${flows}/export/jobs/${String(job.body['id'])}`);
  const { pathname, search } = new URL(String(done.body['downloadUrl']));
  return String((await simulator.handle({ method: 'GET', path: pathname + search, headers: {} })).body);
}

describe('a file that was exported from Architect', () => {
  it('is imported, published once what it names is there, tracked, read and exported as it was', async (context) => {
    const files = realFiles();
    if (files.length === 0) context.skip(absent);
    for (const [index, { file, text }] of files.entries()) {
      const world = createTestWorld();
      const configuration = configurationInText(text);
      if (!configuration) throw new Error(`${file} is not understood`);
      const { id, saved } = await imported(world, text, `Real ${index}`);
      expect({ file, status: saved.status }).toEqual({ file, status: 200 });
      const entries = manifestEntries(configuration);
      const early = await world.call('POST', `${flows}/actions/publish?flow=${id}`);
      expect({ file, status: early.status }).toEqual({ file, status: entries.length === 0 ? 200 : 400 });
      provide(world, entries);
      const late = await world.call('POST', `${flows}/actions/publish?flow=${id}`);
      expect({ file, status: late.status }).toEqual({ file, status: 200 });
      expect((await world.call('GET', `${flows}/${id}/latestconfiguration`)).body).toEqual(configuration.configuration);
      expect(configurationInText(await architectExport(world, id))).toEqual(configuration);
      const query = `id=${id}&version=1.0&objectType=${configuration.kind === 'WORKFLOW' ? 'WORKFLOW' : `${configuration.kind}FLOW`}`;
      const used = await world.call('GET', `/api/v2/architect/dependencytracking/consumedresources?${query}`);
      const names = (used.body['entities'] as readonly { readonly name: string }[]).map((entity) => entity.name);
      expect(new Set(names)).toEqual(new Set(entries.map((entry) => entry.name)));
    }
    expect(files.length).toBeGreaterThan(30);
  });
});
