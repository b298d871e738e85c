import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSnapshot } from './snapshot/read-snapshot.ts';
import { openSimulatedProject, type SimulatedProject } from './testing/simulated-project.ts';

let project: SimulatedProject;
const file = (name: string): string => join(project.directory, name);
const asOf = '2026-11-20T09:00:00.000Z';
const changes = ['longer-wrap-up', 'new-queue', 'no-more-codes', 'road'] as const;

async function planBytes(...more: readonly string[]): Promise<string> {
  const result = await project.runHere(['simulate', ...more, '--env', 'dev', '--as-of', asOf, '--format', 'json']);
  expect(result.stderr).toBe('');
  const { plan } = JSON.parse(result.stdout) as { readonly plan: unknown };
  return JSON.stringify(plan, undefined, 2);
}

/** Whatever is left of the way to the organisation: no credential. */
async function offline<Result>(work: () => Promise<Result>): Promise<Result> {
  await rename(file('dev.json'), file('hidden.json'));
  await rename(file('.signalbox'), file('.hidden'));
  try {
    return await work();
  } finally {
    await rename(file('hidden.json'), file('dev.json'));
    await rename(file('.hidden'), file('.signalbox'));
  }
}

beforeAll(async () => {
  project = await openSimulatedProject();
  const organisation = project.simulator.organisation('dev');
  const ann = organisation.create('user', { name: 'Ann', email: 'ann@example.com', title: 'Chief of phones' });
  for (const name of ['VIP one', 'VIP two', 'Sales'])
    organisation.create('routing_queue', { name, acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 20_000 } });
  organisation.create('routing_wrapupcode', { name: 'Unused' });
  organisation.create('group', {
    name: 'Agents',
    type: 'official',
    visibility: 'public',
    rulesVisible: true,
    ownerIds: [ann.id],
  });
  await project.writeChange('longer-wrap-up', [
    'forEach: { type: routing_queue, as: queue }\n      where: queue.name.startsWith("VIP")\n      set: { acwSettings: { timeoutMs: "${queue.acwSettings.timeoutMs * 2}" } }',
  ]);
  await project.writeChange('new-queue', [
    'ensure: { type: routing_skill, name: German }',
    'ensure: { type: routing_queue, name: Berlin }\n      set: { description: For Berlin, acwSettings: { wrapupPrompt: OPTIONAL } }',
    'ensure: { type: group, name: Agents }\n      set: { owners: [{ $ref: user/ann@example.com }], type: official, visibility: public, rulesVisible: true, description: All agents }',
  ]);
  await project.writeChange('no-more-codes', ['delete: { type: routing_wrapupcode, name: Unused }']);
  await project.writeChange('road', ['ensure: { type: routing_skill, name: French }']);
  await project.runHere(['deploy', 'road', '--env', 'dev', '--yes']);
  await project.runHere(['deploy', 'longer-wrap-up', '--env', 'dev', '--yes']);
}, 60_000);

afterAll(() => project.close());

describe('a saved snapshot', () => {
  it('gives the plan that the organisation gives, byte for byte, with nobody to ask', async () => {
    const taken = await project.runHere(['snapshot', ...changes, '--env', 'dev', '--out', file('dev.snapshot')]);
    expect(taken.stderr).toBe('');
    expect(taken.stdout).toContain('routing_queue');
    for (const change of changes) {
      const live = await planBytes(change);
      expect(await offline(() => planBytes(change, '--snapshot', file('dev.snapshot')))).toBe(live);
    }
  });

  it('of whole types does so as well, compressed', async () => {
    const taken = await project.runHere([
      'snapshot',
      '--all',
      '--deep',
      '--env',
      'dev',
      '--out',
      file('all.snapshot.gz'),
    ]);
    expect(taken.code).toBe(0);
    const live = await planBytes('new-queue');
    expect(await offline(() => planBytes('new-queue', '--snapshot', file('all.snapshot.gz')))).toBe(live);
  });

  it('says in the plan which snapshot it was, and that a relative change ran', async () => {
    const result = await offline(() =>
      project.run([
        'simulate',
        'longer-wrap-up',
        '--env',
        'dev',
        '--snapshot',
        file('dev.snapshot'),
        '--format',
        'json',
      ]),
    );
    const { snapshot, plan } = JSON.parse(result.stdout) as Record<string, Record<string, unknown>>;
    const lines = (await readFile(file('dev.snapshot'), 'utf8')).trimEnd().split('\n');
    expect(snapshot).toEqual({
      digest: (JSON.parse(lines.at(-1) ?? '') as { digest: string }).digest,
      takenAt: (JSON.parse(lines[0] ?? '') as { takenAt: string }).takenAt,
    });
    expect(plan).toMatchObject({ asOf: snapshot?.['takenAt'], diagnostics: [{ code: 'SB1019' }] });
  });

  it('holds of people no more than who they are, and nothing that anybody may not read', async () => {
    const text = await readFile(file('dev.snapshot'), 'utf8');
    expect(text).toContain('ann@example.com');
    expect(text).not.toContain('Chief of phones');
    expect((await stat(file('dev.snapshot'))).mode % 0o1000).toBe(0o600);
  });

  it('is refused when a byte of it changed, when it is cut off, and when it is something else', async () => {
    const text = await readFile(file('dev.snapshot'), 'utf8');
    const bad: Readonly<Record<string, string | Buffer>> = {
      'edited.snapshot': text.replace('20000', '20001'),
      'cut.snapshot': text.split('\n').slice(0, -2).join('\n'),
      'longer.snapshot': `${text}{"kind":"deployed","artifactDigest":"x","runId":"y"}\n`,
      'other.snapshot': '{"kind":"Plan"}\n',
      'binary.snapshot.gz': text,
      'cut.snapshot.gz': gzipSync(text).subarray(0, 300),
    };
    expect(bad['edited.snapshot']).not.toBe(text);
    for (const [name, content] of Object.entries(bad)) {
      await writeFile(file(name), content);
      const refusal = await readSnapshot(file(name)).catch((error: unknown) => error);
      expect({ name, refusal }).toMatchObject({ name, refusal: { code: 'SB6060' } });
    }
    expect(gunzipSync(await readFile(file('all.snapshot.gz'))).toString()).toContain('"kind":"end"');
    const result = await project.runHere(['simulate', 'road', '--env', 'dev', '--snapshot', file('edited.snapshot')]);
    expect(`${result.code} ${result.stderr}`).toMatch(/^1 .*SB6060.*it was changed after it was/su);
    await expect(readSnapshot(file('no.snapshot'))).rejects.toMatchObject({ code: 'SB6060' });
  });

  it('says what it lacks and how to take it again', async () => {
    await project.runHere(['snapshot', '--type', 'routing_skill', '--env', 'dev', '--out', file('skills.snapshot')]);
    const result = await project.runHere([
      'simulate',
      'new-queue',
      '--env',
      'dev',
      '--snapshot',
      file('skills.snapshot'),
    ]);
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('SB3150');
    expect(result.stderr).toContain('signalbox snapshot <change> --env dev');
  });

  it('has to be asked for something', async () => {
    const result = await project.runHere(['snapshot', '--env', 'dev', '--out', file('x.snapshot')]);
    expect(result.stderr).toContain('There is nothing to keep');
  });
});
