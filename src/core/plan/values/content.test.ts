import { describe, expect, it } from 'vitest';
import { digestText } from '../../json/canonical-json.ts';
import type { Json } from '../../json/json.ts';
import { keptAsWritten } from '../../resource/content-text.ts';
import { planOf } from '../testing/test-world.ts';

/** `name: value` lines, cut at a comment as YAML does; numbers and quoted texts are what they look like. */
function parseLines(text: string): Json {
  const entries = text.split('\n').map((line) => {
    const [, name = '', rest = ''] = /^([^:]+): (.*)$/u.exec(line) ?? [];
    if (rest.startsWith('"')) return [name, JSON.parse(rest) as Json];
    const value = rest.split(/\s+#/u)[0]?.trim() ?? '';
    return [name, value !== '' && !Number.isNaN(Number(value)) ? Number(value) : value];
  });
  return Object.fromEntries(entries) as Json;
}

const planWith = (text: string, substitutions: Record<string, Json>) =>
  planOf({
    live: { tune: [], crate: [] },
    contents: [text],
    actions: [
      {
        kind: 'ensure',
        target: { type: 'tune', key: ['Hold'] },
        set: { content: { $content: digestText(text), substitutions } },
      },
    ],
    extra: { contentFormats: { json: parseLines } },
  }).plan;

describe('substitutions', () => {
  it.each([
    { name: 'is cut at a comment', text: 'name: Hold\nqueue: {{queue}}', value: 'VIP #1: Billing' },
    { name: 'loses its zeros', text: 'name: Hold\nqueue: {{queue}}', value: '007' },
    { name: 'makes a field of its own', text: 'name: Hold\nqueue: {{queue}}', value: 'VIP\nnote: mine' },
    { name: 'is unescaped', text: 'name: Hold\nqueue: "{{queue}}"', value: 'C:\\new' },
  ])('are refused, with their name, where a text $name', ({ text, value }) => {
    expect(planWith(text, { queue: value, other: 'x' }).diagnostics).toMatchObject([
      { code: 'SB1016', detail: expect.stringContaining('{{queue}}') as string },
    ]);
  });

  it.each([
    { text: 'name: Hold\nqueue: "{{queue}}"', queue: 'VIP #1: Billing' },
    { text: 'name: Hold\nqueue: {{queue}}', queue: 'VIP' },
    { text: 'name: Hold\nqueue: {{queue}}', queue: '60' },
    { text: 'name: Hold\nqueue: {{queue}}', queue: 60 },
    { text: 'name: Hold\nqueue: {{queue}}', queue: '' },
    { text: '{{queue}}: {{queue}} and more\nname: Hold', queue: 'VIP' },
  ])('stand as they are in $text with $queue', ({ text, queue }) => {
    expect(planWith(text, { queue }).diagnostics).toEqual([]);
  });

  it('that keep a text as written leave nothing of it to be filled', () => {
    const text = 'name: Hold\nqueue: "{{queue}} and {{ other }} %{{x}}"';
    const plan = planWith(text, keptAsWritten(text) ?? {});
    expect(plan.diagnostics).toEqual([]);
    expect(Object.values(plan.contents)).toEqual([text]);
    expect(keptAsWritten('{name} {{}} {{a b}}')).toBeUndefined();
  });
});
