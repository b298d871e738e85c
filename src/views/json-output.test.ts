import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Json } from '../core/index.ts';
import {
  decisionChangeToJson,
  decisionToJson,
  diagnosticsToJson,
  explanationsToJson,
  driftToJson,
  errorToJson,
  exportToJson,
  healthToJson,
  historyToJson,
  planToJson,
  reportToJson,
  runToJson,
  typesToJson,
} from './index.ts';
import { checksToJson, policyTestsToJson } from './policy/index.ts';
import { rehearsalToJson } from './rehearsal/index.ts';
import { snapshotToJson } from './snapshot/index.ts';
import { plan } from './testing/plans.ts';
import { comparisonToJson, instantsToJson } from './compare/index.ts';
import { suggestionsToJson } from './suggest/index.ts';
import { comparison, instants } from './testing/comparisons.ts';
import { suggestions } from './testing/suggestions.ts';
import { driftReport, failedReport, failedRun, healthItems, journal } from './testing/runs.ts';
import { rehearsal } from './testing/rehearsals.ts';
import { checkList, policyTestReport } from './testing/checks.ts';
import { typeSheets } from './testing/type-sheets.ts';

const text = readFileSync(new URL('../../docs/json-output.md', import.meta.url), 'utf8');
const diagnostic = { code: 'SB2008', severity: 'error', summary: 's', detail: 'd', remedy: 'r' } as const;

const samples: readonly string[] = [
  planToJson(plan, { requestsPerMinute: 240 }),
  reportToJson(failedReport),
  historyToJson([failedRun]),
  runToJson({ run: failedRun, journal }),
  driftToJson(driftReport),
  comparisonToJson(comparison),
  instantsToJson(instants),
  suggestionsToJson(suggestions),
  healthToJson('prod', healthItems),
  diagnosticsToJson([diagnostic]),
  exportToJson({
    environment: 'dev',
    directory: 'live',
    types: [{ type: 'routing_queue', documents: 1, unmanaged: 0, managedBy: {} }],
    written: 1,
    unchanged: 0,
    removed: 0,
    diagnostics: [],
  }),
  typesToJson(typeSheets),
  rehearsalToJson(rehearsal),
  snapshotToJson({
    file: 'prod.snapshot.gz',
    environment: 'prod',
    organisation: 'Acme',
    takenAt: '2026-11-20T09:00:00.000Z',
    digest: 'sha256:1',
    bytes: 2048,
    types: [{ type: 'routing_queue', objects: 3, complete: true }],
  }),
  decisionToJson(plan),
  decisionChangeToJson({
    earlier: { name: 'old.json', plan },
    later: { name: 'new.json', plan: { ...plan, artifactDigest: 'sha256:other' } },
    changes: [{ kind: 'artifact', earlier: plan.artifactDigest, later: 'sha256:other' }],
  }),
  explanationsToJson([{ code: 'SB1008', area: 'core', summary: 's', remedy: 'r' }]),
  checksToJson(checkList),
  policyTestsToJson(policyTestReport),
  errorToJson({ code: 'SB4011', message: 'm', remedy: 'r', context: {} }),
];

/** Documented keys of a kind, without the values that a key may have. */
function documentedKeys(kind: string): readonly string[] {
  const section = text.split(`## ${kind}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split(/\n- /u)
    .slice(1)
    .flatMap((item) => item.replaceAll(/:[^;]*/gu, '').match(/`[^`]+`/gu) ?? [])
    .map((key) => key.replaceAll('`', ''));
}

/** All values at a path such as `steps[].kind`; a missing key gives undefined. */
function valuesAt(value: Json | undefined, path: string): readonly (Json | undefined)[] {
  return path.split('.').reduce<readonly (Json | undefined)[]>(
    (values, part) => {
      const name = part.replace('[]', '');
      const inner = values.map((each) => (each as Record<string, Json> | undefined)?.[name]);
      return part.endsWith('[]') ? inner.flatMap((each) => (each ?? []) as readonly Json[]) : inner;
    },
    [value],
  );
}

describe.each(samples.map((sample) => JSON.parse(sample) as Record<string, Json>))('JSON of kind $kind', (sample) => {
  const keys = documentedKeys(String(sample['kind']));

  it('has every documented key', () => {
    expect(keys.length).toBeGreaterThan(0);
    const missing = keys
      .filter((key) => !key.endsWith('?'))
      .filter((key) => {
        const values = valuesAt(sample, key);
        return values.length === 0 || values.includes(undefined);
      });
    expect(missing).toEqual([]);
  });

  it('has no key at its top that is not documented', () => {
    const tops = new Set(keys.map((key) => key.replace(/[.[?].*$/u, '')));
    expect(Object.keys(sample).filter((key) => !tops.has(key))).toEqual(['apiVersion', 'kind']);
  });
});
