import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Plan, decisionDigest } from '../../../core/plan/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { readDecision } from './decisions.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sb-decision-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const body: Omit<Plan, 'decisionDigest'> = {
  formatVersion: 1,
  artifactDigest: 'sha256:a',
  changeset: 'c',
  environment: 'prod',
  organisationId: 'o',
  environmentDigest: 'sha256:e',
  asOf: '2026-03-01T09:00:00.000Z',
  steps: [],
  matches: [],
  values: [],
  relative: false,
  contents: {},
  diagnostics: [],
  reads: [],
  requests: 0,
  reversibility: 'exact',
};
const plan: Plan = { ...body, decisionDigest: decisionDigest(body) };

const document = { apiVersion: 'signalbox/v1', kind: 'Plan', hasChanges: false, counts: {}, estimatedMinutes: 0, plan };

function read(file: unknown, environment = 'prod') {
  writeFileSync(join(cwd, 'plan.json'), typeof file === 'string' ? file : JSON.stringify(file));
  return readDecision({ terminal: { cwd } } as CommandContext, 'plan.json', environment);
}

it('a digest is taken as it is', () => {
  expect(readDecision({ terminal: { cwd } } as CommandContext, 'sha256:ab12', 'prod')).toEqual({
    digest: 'sha256:ab12',
  });
});

it('a plan file gives its digest and itself', () => {
  expect(read(document)).toEqual({ digest: plan.decisionDigest, plan });
});

it.each([
  { what: 'no JSON', file: '{', environment: 'prod' },
  { what: 'another document', file: { kind: 'RunReport' }, environment: 'prod' },
  { what: 'a plan for elsewhere', file: document, environment: 'dev' },
  { what: 'a changed plan', file: { ...document, plan: { ...plan, organisationId: 'x' } }, environment: 'prod' },
])('$what is refused', ({ file, environment }) => {
  expect(() => read(file, environment)).toThrow(expect.objectContaining({ code: 'SB6015' }) as Error);
});
