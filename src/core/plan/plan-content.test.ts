import { describe, expect, it } from 'vitest';
import { digestText } from '../json/canonical-json.ts';
import { planOf } from './testing/test-world.ts';

describe('content', () => {
  const text = '{"name":"{{name}}","crates":[]}';
  const rendered = '{"name":"Hold","crates":[]}';
  const set = { content: { $content: digestText(text), substitutions: { name: 'Hold' } } };
  const actions = [{ kind: 'ensure', target: { type: 'tune', key: ['Hold'] }, set }] as const;
  const live = { tune: [{ id: 't1', name: 'Hold', published: '4' }] };

  it('asks for no export when the baseline knows the digest and the revision', () => {
    const entry = {
      address: 'tune/Hold',
      type: 'tune',
      id: 't1',
      fields: [],
      runId: 'r',
      content: { digest: digestText(rendered), revision: '4' },
    };
    const { plan, read } = planOf({
      live,
      actions,
      contents: [text],
      extra: { baseline: { environment: 'uat', entries: { 'tune/Hold': entry } } },
    });
    expect(plan.steps.map(({ kind }) => kind)).toEqual(['noop']);
    expect(read).toEqual(['type tune']);
  });

  it('compares the export by meaning otherwise', () => {
    const same = planOf({ live, actions, contents: [text], exported: { t1: '{ "crates": [], "name": "Hold" }' } });
    expect(same.plan.steps.map(({ kind }) => kind)).toEqual(['noop']);
    const other = planOf({ live, actions, contents: [text], exported: { t1: '{"name":"Hold","crates":["X"]}' } });
    expect(other.plan.steps[0]).toMatchObject({ kind: 'update', phase: 'publish' });
    expect(Object.keys(other.plan.contents)).toHaveLength(2);
  });

  it('refuses a text that lacks a substitution or calls itself something else', () => {
    const lacking = planOf({
      live,
      contents: [text],
      actions: [
        { kind: 'ensure', target: { type: 'tune', key: ['Hold'] }, set: { content: { $content: digestText(text) } } },
      ],
    });
    expect(lacking.plan.diagnostics[0]).toMatchObject({ code: 'SB1016', detail: expect.stringContaining('{{name}}') });
    const renamed = planOf({
      live,
      contents: [text],
      actions: [
        {
          kind: 'ensure',
          target: { type: 'tune', key: ['Hold'] },
          set: { content: { $content: digestText(text), substitutions: { name: 'Other' } } },
        },
      ],
    });
    expect(renamed.plan.diagnostics[0]).toMatchObject({ code: 'SB1017' });
  });
});
