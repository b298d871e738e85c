import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../../core/index.ts';
import { traceRoute, type RouteMap } from '../../../core/route/index.ts';

const folder = new URL('../../../../../shared/fixtures/flows-yaml/', import.meta.url);

/** A call of the only number, answered always by the flow of the file, each `{{placeholder}}` filled with its own name. */
function endsOf(file: string): readonly string[] {
  const text = readFileSync(new URL(file, folder), 'utf8').replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/gu, '$1');
  const map: RouteMap = {
    callRoutes: [{ id: 'r', name: 'Line', numbers: ['+1'], openFlow: 'f' }],
    emergencyGroups: [],
    scheduleGroup: () => undefined,
    scheduleGroupNamed: () => undefined,
    flow: (id) => ({ id, name: 'inboundcall/Main', content: parse(text) as Json }),
    flowNamed: () => undefined,
  };
  return traceRoute(map, '+1', 0).ends.map(({ kind, name }) => `${kind} ${name}`.trim());
}

const rows: readonly (readonly [file: string, ends: readonly string[]])[] = [
  [
    'CII-GitHub-Account-Org__cx-as-code-cicd-gitactions-blueprint/cicd-sample-inbound-call-flow.yaml',
    ['queue CII-queue'],
  ],
  ['GenesysCloudBlueprints__set-emergency-group-lambda-blueprint/main_flow.yaml', ['disconnect']],
  [
    'GenesysCloudBlueprints__simple-ivr-deploy-with-cx-as-code-blueprint/SimpleFinancialIvr_v2-0.yaml',
    ['disconnect', 'queue Simple Financial 401K queue', 'queue Simple Financial IRA queue'],
  ],
  [
    'GenesysCloudBlueprints__architect-flow-public-api-blueprint/archy_flow.yml',
    ['disconnect', 'queue Secondary Queue Example', 'unknown queue'],
  ],
  ['MyPureCloud__developer-center-blog/ForceDisconnect_v7-0.yaml', ['disconnect']],
  ['MyPureCloud__terraform-provider-genesyscloud/openhours_flow.yaml', ['disconnect']],
];

describe('a route through a real flow', () => {
  it.for(rows)('%s', ([file, ends], context) => {
    if (!existsSync(folder)) context.skip('../shared/fixtures/flows-yaml is not there');
    expect(endsOf(file)).toEqual(ends);
  });
});
