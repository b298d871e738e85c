import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import type { Json } from '../../../core/index.ts';
import { canonicalFlow } from './canonical-flow.ts';
import { referencesOfFlow } from './flow-references.ts';
import { keyOfFlow } from './flow-types.ts';

const folder = new URL('../../../../../shared/fixtures/flows-yaml/', import.meta.url);

interface RealFlow {
  readonly file: string;
  readonly parsed: Json;
}

/** Every flow of the fixtures, each `{{placeholder}}` filled with its own name. */
function realFlows(): readonly RealFlow[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.ya?ml$/u.test(entry.name),
  );
  return files.map((entry) => {
    const file = `${entry.parentPath}/${entry.name}`;
    const text = readFileSync(file, 'utf8').replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/gu, '$1');
    return { file, parsed: parse(text) as Json };
  });
}

function addressesIn(parsed: Json): readonly string[] {
  return referencesOfFlow(parsed)
    .map(({ type, key }) => [type, ...key].join('/'))
    .toSorted();
}

const flows = realFlows();
const absent = '../shared/fixtures/flows-yaml is not there';

it('parses every real flow once its placeholders are filled, and knows its key', (context) => {
  if (flows.length === 0) context.skip(absent);
  expect(flows.length).toBeGreaterThan(50);
  expect(flows.filter(({ parsed }) => keyOfFlow(parsed) === undefined)).toEqual([]);
});

it('brings every real flow to a form that stays and names the same objects', (context) => {
  if (flows.length === 0) context.skip(absent);
  const forms = flows.map(({ file, parsed }) => ({ file, parsed, canonical: canonicalFlow(parsed) }));
  const restless = forms.filter(({ canonical }) => !isDeepStrictEqual(canonicalFlow(canonical), canonical));
  // The division is a field of the flow, not of its content.
  const named = (flow: Json): readonly string[] =>
    addressesIn(flow).filter((address) => !address.startsWith('auth_division/'));
  const changed = forms.filter(({ parsed, canonical }) => !isDeepStrictEqual(named(canonical), named(parsed)));
  expect([...restless, ...changed].map(({ file }) => file)).toEqual([]);
});

it('finds what the real flows name', (context) => {
  if (flows.length === 0) context.skip(absent);
  const named = (file: string): readonly string[] => {
    const flow = flows.find((known) => known.file.endsWith(file));
    return flow === undefined ? [] : addressesIn(flow.parsed);
  };

  expect(named('SimpleFinancialIvr_v2-0.yaml')).toEqual([
    'auth_division/Home',
    'routing_queue/Simple Financial 401K queue',
    'routing_queue/Simple Financial IRA queue',
  ]);
  expect(named('DudeWheresMyStuffMessage.yaml')).toContain('flow/bot/DudesWheresMyStuffBot');
  expect(named('CacheExampleFlow.yaml')).toEqual(
    expect.arrayContaining([
      'architect_datatable/IVR Cache',
      'integration_action/PureCloud Data Actions/Get On Queue Agent Counts',
    ]),
  );
  expect(named('Proactive callback offer.yaml')).toContain('flow/inboundcall/Trigger proactive callback workflow');
  expect(named('Proactive callback connect.yaml')).toContain('routing_wrapupcode/No Answer');
});
