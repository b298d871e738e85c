/* oxlint-disable vitest/valid-expect -- the second argument says which of many cases failed */
import { afterEach, describe, expect, it } from 'vitest';
import type { Artifact, JsonObject } from '../../src/core/index.ts';
import type { ResourceDescriptor } from '../../src/core/resource/index.ts';
import { deploy, resume, type RunReport } from '../../src/engine/index.ts';
import { artifactOf, Crash, createMortalPorts, createWorkbench, ensure } from '../../src/engine/testing/index.ts';
import { catalogueOf, crud, described, scriptsOf, type Script } from '../../src/genesys/testing/index.ts';

const form: ResourceDescriptor = described({
  type: 'form',
  fields: ['name', 'text'],
  api: { ...crud('/forms'), capability: { kind: 'publish', path: '/forms/{id}/publish', body: 'none' } },
});
const scripted = scriptsOf(afterEach, catalogueOf([form]));

interface Forms {
  readonly drafts: Map<string, JsonObject>;
  readonly published: Map<string, JsonObject>;
  /** The status of a write; from 500 on it takes effect nevertheless. */
  refuse: (request: { readonly method: string; readonly path: string }) => number | undefined;
}

function newForms(): Forms {
  const first = { id: 'f1', name: 'Care', text: 'old' };
  return { drafts: new Map([['f1', first]]), published: new Map([['f1', first]]), refuse: () => undefined };
}

/** An API of forms whose drafts are published by a request of its own. */
function apiOf(forms: Forms): Script {
  return ({ method, path, body }) => {
    if (path.startsWith('/api/v2/organizations/me')) return { id: 'org-1', name: 'Test', domain: 'test' };
    if (path.startsWith('/api/v2/tokens/me')) return { organization: { id: 'org-1' }, OAuthClient: { id: 'writer' } };
    const [, , id = '', verb] = path.split('/');
    if (!path.startsWith('/forms')) return undefined;
    const status = method === 'GET' ? undefined : forms.refuse({ method, path });
    if (status !== undefined && status < 500) return { status, body: { message: 'no' } };
    const answer = answerOf(forms, { method, id, verb, body });
    return status === undefined ? answer : { status, body: {} };
  };
}

function answerOf(
  forms: Forms,
  request: { readonly method: string; readonly id: string; readonly verb: string | undefined; readonly body: string },
): JsonObject | undefined {
  const { method, id, verb, body } = request;
  if (verb === 'publish') return publish(forms, id);
  if (method === 'POST') return write(forms, `f${forms.drafts.size + 1}`, body);
  if (method === 'PUT') return write(forms, id, body);
  if (method === 'DELETE') return { status: forms.drafts.delete(id) ? 204 : 404 };
  if (id !== '') return forms.drafts.get(id);
  return { entities: [...forms.drafts.values()], total: forms.drafts.size, pageCount: 1 };
}

function publish(forms: Forms, id: string): JsonObject {
  const draft = forms.drafts.get(id);
  if (draft === undefined) return { status: 404 };
  forms.published.set(id, draft);
  return draft;
}

function write(forms: Forms, id: string, body: string): JsonObject {
  const written = { ...(JSON.parse(body) as JsonObject), id };
  forms.drafts.set(id, written);
  return written;
}

interface Stage {
  readonly forms: Forms;
  readonly run: (artifact: Artifact, dieAt?: number) => Promise<RunReport>;
  readonly goOn: () => Promise<RunReport | undefined>;
}

async function prepare(): Promise<Stage> {
  const forms = newForms();
  const { platform } = await scripted(apiOf(forms));
  const bench = createWorkbench();
  const catalogue = catalogueOf([form]);
  return {
    forms,
    run: (artifact, dieAt = Number.POSITIVE_INFINITY) =>
      deploy(createMortalPorts(bench.ports({ platform }), dieAt).ports, bench.request(artifact, { catalogue })),
    goOn: async () => {
      bench.clock.advance(100_000);
      return resume(bench.ports({ platform }), bench.request(change, { catalogue }));
    },
  };
}

const textsOf = (forms: ReadonlyMap<string, JsonObject>): readonly unknown[] =>
  [...forms.values()].map(({ name, text }) => `${String(name)}: ${String(text)}`).toSorted();

const change = artifactOf([ensure('form', 'Care', { text: 'new' }), ensure('form', 'Sales', { text: 'first' })]);

describe('a deployment of what is published by a request of its own', () => {
  it('puts it into effect', async () => {
    const { forms, run } = await prepare();

    expect(await run(change)).toMatchObject({ ending: 'succeeded' });
    expect(textsOf(forms.published)).toEqual(['Care: new', 'Sales: first']);
  });

  it('takes the draft back when it is refused, and a later one finishes it', async () => {
    const { forms, run } = await prepare();
    let refusals = 1;
    forms.refuse = ({ path }) => (path.endsWith('/publish') && refusals-- > 0 ? 400 : undefined);

    const report = await run(change);

    expect(report).toMatchObject({ ending: 'compensated' });
    expect(JSON.stringify(report.steps)).toContain('SB4018');
    expect(textsOf(forms.drafts)).toEqual(['Care: old']);
    expect(textsOf(forms.published)).toEqual(['Care: old']);

    expect(await run(change)).toMatchObject({ ending: 'succeeded' });
    expect(textsOf(forms.published)).toEqual(['Care: new', 'Sales: first']);
  });

  it('is finished when an answer is lost, whichever it is', async () => {
    for (let lost = 1; lost <= 4; lost += 1) {
      const { forms, run } = await prepare();
      let writes = 0;
      forms.refuse = () => ((writes += 1) === lost ? 500 : undefined);

      const report = await run(change);

      expect(report.ending, `lost ${lost}`).toBe('succeeded');
      expect(textsOf(forms.published), `lost ${lost}`).toEqual(['Care: new', 'Sales: first']);
      expect(textsOf(forms.drafts), `lost ${lost}`).toEqual(['Care: new', 'Sales: first']);
    }
  });

  it('is finished after the process died, wherever that was', async () => {
    for (let dieAt = 1; ; dieAt += 1) {
      const { forms, run, goOn } = await prepare();
      const died = await run(change, dieAt).then(
        () => false,
        (error: unknown) => {
          if (!(error instanceof Crash)) throw error;
          return true;
        },
      );
      if (!died) break;
      const report = (await goOn()) ?? (await run(change));
      expect(report.ending, `died at ${dieAt}`).toBe('succeeded');
      expect(textsOf(forms.published), `died at ${dieAt}`).toEqual(['Care: new', 'Sales: first']);
    }
  });
});
