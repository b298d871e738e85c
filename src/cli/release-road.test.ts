import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator, type Listening, type Simulator } from '../simulator/index.ts';
import { runCli, type CliResult } from './testing/run-cli.ts';

const names = ['dev', 'uat', 'prod'] as const;
let project = '';
let simulator: Simulator;
let listening: Listening;

const sb = (...commandLine: readonly string[]): Promise<CliResult> =>
  runCli([...commandLine, '--project', project], { env: { SIGNALBOX_USER: 'dana' } });
const json = async (...commandLine: readonly string[]): Promise<Record<string, unknown>> =>
  JSON.parse((await sb(...commandLine, '--format', 'json')).stdout) as Record<string, unknown>;

/** Points the environment at the simulator, with credentials in files. */
async function connect(name: string): Promise<void> {
  const path = join(project, `environments/${name}.yaml`);
  const text = (await readFile(path, 'utf8'))
    .replace('00000000-0000-0000-0000-000000000000', simulator.organisation(name).id)
    .replace(/read: .*/u, `read: file:${name}-read.json`)
    .replace(/write: .*/u, `write: file:${name}-write.json`)
    .replace('connection:\n', `connection:\n  apiUrl: ${listening.url}\n`);
  await writeFile(path, text);
  for (const use of ['read', 'write']) {
    await writeFile(
      join(project, `${name}-${use}.json`),
      JSON.stringify({ clientId: `${name}-${use}`, clientSecret: `${name}-${use}-secret` }),
    );
  }
}

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'sb-road-'));
  simulator = createSimulator({
    organisations: names.map((name) => ({
      name,
      clients: [
        { id: `${name}-read`, secret: `${name}-read-secret`, permissions: ['*:*:view', 'architect:jobExport:create'] },
        { id: `${name}-write`, secret: `${name}-write-secret` },
      ],
      humans: [{ name: 'Robin Admin', email: `robin@${name}.example` }],
      settings: { rateLimitPerMinute: 100_000 },
    })),
  });
  listening = await simulator.listen({ port: 0 });
  await sb('init');
  for (const name of names) await connect(name);
});

afterAll(async () => {
  await listening.close();
  await rm(project, { recursive: true, force: true });
});

describe('the road of a change, typed', () => {
  it('is examined, simulated, deployed, and then simulates to nothing', async () => {
    expect((await sb('doctor', '--env', 'dev')).code).toBe(0);
    expect((await sb('simulate', 'first-skill', '--env', 'dev', '--detailed-exitcode')).code).toBe(2);

    const deployed = await sb('deploy', 'first-skill', '--env', 'dev', '--yes');

    expect(deployed.code).toBe(0);
    expect(deployed.stdout).toContain('applied  create  routing_skill/Signalbox trial');
    expect(deployed.stderr).toContain('a record of discipline');
    expect((await sb('simulate', 'first-skill', '--env', 'dev', '--detailed-exitcode')).code).toBe(0);
  });

  it('is promoted only from where it succeeded', async () => {
    expect((await sb('promote', 'first-skill', '--to', 'prod', '--yes')).code).toBe(1);
    expect((await sb('promote', 'first-skill', '--to', 'uat', '--yes')).code).toBe(0);
    expect((await sb('promote', 'first-skill', '--to', 'prod', '--yes')).code).toBe(0);
    const { runs } = (await json('history')) as {
      runs: { environment: string; startedBy: string; artifactDigest: string }[];
    };
    expect(runs.map(({ environment }) => environment)).toEqual(['prod', 'uat', 'dev']);
    expect(new Set(runs.map(({ artifactDigest }) => artifactDigest)).size).toBe(1);
    expect(new Set(runs.map(({ startedBy }) => startedBy))).toEqual(new Set(['dana']));
  });

  it('is refused when the decision is another one', async () => {
    const { code, stderr } = await sb(
      'deploy',
      'first-skill',
      '--env',
      'prod',
      '--yes',
      '--decision',
      'sha256:another',
    );
    expect(code).toBe(5);
    expect(stderr).toContain('SB3005');
  });

  it('shows an edit by hand as drift, with who did it', async () => {
    const { runs } = (await json('history', '--env', 'prod')) as { runs: { id: string }[] };
    const id = simulator.organisation('prod').entities('routing_skill')[0]?.['id'] as string;
    await editByHand('prod', id);

    const drift = await sb('drift', '--env', 'prod', '--detailed-exitcode');

    expect(drift.code).toBe(2);
    expect(drift.stdout).toContain('routing_skill/Signalbox trial');
    expect(drift.stdout).toContain('Robin Admin');
    expect((await sb('show', runs[0]?.id ?? '')).stdout).toContain('verified');
  });

  it('is taken back, and says that all is as it was', async () => {
    const { runs } = (await json('history', '--env', 'uat')) as { runs: { id: string }[] };
    const run = runs[0]?.id ?? '';
    expect((await sb('rollback', run, '--simulate')).stdout).toMatch(/- s1 +delete +routing_skill\/Signalbox trial/u);

    const { report } = (await json('rollback', run, '--yes')) as {
      report: { ending: string; verifiedEqual: { equal: boolean }[] };
    };

    expect(report.ending).toBe('succeeded');
    expect(report.verifiedEqual.map(({ equal }) => equal)).toEqual([true]);
    expect((await sb('drift', '--env', 'uat', '--detailed-exitcode')).code).toBe(0);
  });

  it('exports to stable files that are valid', async () => {
    const first = await sb('export', '--env', 'dev', '--type', 'routing_skill');
    const second = (await json('export', '--env', 'dev', '--type', 'routing_skill')) as {
      written: number;
      unchanged: number;
      removed: number;
    };
    expect(first.code).toBe(0);
    expect(second).toMatchObject({ written: 0, unchanged: 1, removed: 0 });
    expect(await readdir(join(project, 'environments/dev/live/routing/routing_skill'))).toEqual([
      'signalbox-trial.yaml',
    ]);
    expect((await sb('validate')).code).toBe(0);
  });

  it('prints no secret, however much is printed', async () => {
    for (const commandLine of [
      ['doctor', '--env', 'dev'],
      ['drift', '--env', 'dev'],
      ['simulate', 'first-skill', '--env', 'dev'],
    ]) {
      const { stdout, stderr } = await sb(...commandLine, '--verbose');
      expect(stdout + stderr).not.toContain('-secret');
    }
  });
});

/** Puts the skill aside as a person in the Admin UI would. */
async function editByHand(name: string, id: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${simulator.organisation(name).logIn(`robin@${name}.example`)}`,
    'content-type': 'application/json',
  };
  const answer = await fetch(`${listening.url}/api/v2/routing/skills/${id}`, { method: 'DELETE', headers });
  expect(answer.ok).toBe(true);
}
