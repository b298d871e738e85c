import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSimulatedProject, type SimulatedProject } from './testing/simulated-project.ts';

let project: SimulatedProject;
const names = Array.from({ length: 30 }, (_, index) => `Skill ${index}`);
const skills = (): number => project.simulator.organisation('dev').entities('routing_skill').length;

beforeAll(async () => {
  project = await openSimulatedProject();
  await project.writeChange(
    'skills',
    names.map((name) => `ensure: { type: routing_skill, name: ${name} }`),
  );
  project.simulator.faults.add({
    method: 'POST',
    path: '/api/v2/routing/*',
    times: 1000,
    fault: { kind: 'slow', delayMs: 300 },
  });
});

afterAll(() => project.close());

/** Deploys and sends the signal as soon as the first skill is there. */
async function deployAndStop(signal: NodeJS.Signals) {
  let kill: ((name: NodeJS.Signals) => void) | undefined;
  const deploying = project.run(['deploy', 'skills', '--env', 'dev', '--yes'], {
    onOutput: (_, send) => (kill = send),
  });
  while (skills() === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  kill?.(signal);
  return deploying;
}

describe('a deployment that is told to stop', () => {
  it('comes to rest, says how to go on, and is finished by resume at once', async () => {
    const stopped = await deployAndStop('SIGINT');

    expect(stopped.code).toBe(6);
    const text = stopped.stderr.replaceAll(/\s+/gu, ' ');
    expect(text).toContain('SIGINT: finishing what is under way');
    expect(text).toMatch(/SB3023: Run run_\w+ was asked to stop and rests: \d+ of 30 steps are done and verified/u);
    expect(text).toContain('signalbox resume --env dev');
    expect(skills()).toBeLessThan(names.length);

    const refused = await project.run(['deploy', 'skills', '--env', 'dev', '--yes']);
    expect(refused).toMatchObject({ code: 6, stderr: expect.stringContaining('SB3003') as string });

    const resumed = await project.run(['resume', '--env', 'dev']);
    expect(resumed.code).toBe(0);
    // The lease was given back: nobody has to wait until it runs out.
    expect(resumed.stderr).not.toContain('still held');
    expect(resumed.stdout).toContain('All 30 steps are verified.');
    expect(skills()).toBe(names.length);
  });

  it('ends the program of a test, too, and resume runs it again', async () => {
    const environment = join(project.directory, 'environments/dev.yaml');
    const before = await readFile(environment, 'utf8');
    const run = 'test -e go || { echo $$ > asked; sleep 60; }';
    const test = `tests: [{ name: checked, command: { run: [/bin/sh, -c, "${run}"] } }]`;
    await writeFile(environment, `${before}${test}\n`);
    await project.writeChange('one', ['ensure: { type: routing_language, name: German }']);
    let kill: ((name: NodeJS.Signals) => void) | undefined;
    const deploying = project.run(['deploy', 'one', '--env', 'dev', '--yes'], {
      onOutput: (_, send) => (kill = send),
    });
    const asked = join(project.directory, 'asked');
    await expect.poll(() => existsSync(asked), { timeout: 20_000 }).toBe(true);
    kill?.('SIGINT');
    const stopped = await deploying;

    expect(stopped).toMatchObject({ code: 6, stderr: expect.stringContaining('SB3023') as string });
    const program = (await readFile(asked, 'utf8')).trim();
    expect(existsSync(`/proc/${program}`)).toBe(false);
    await writeFile(join(project.directory, 'go'), '');
    expect(await project.run(['resume', '--env', 'dev'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('checked') as string,
    });
  }, 60_000);
});

it('a rehearsal that is told to stop ends at once', async () => {
  project.simulator.faults.add({
    method: 'GET',
    path: '/api/v2/routing/*',
    times: 1000,
    fault: { kind: 'slow', delayMs: 60_000 },
  });
  const started = Date.now();
  project.simulator.usage.reset();
  let kill: ((name: NodeJS.Signals) => void) | undefined;
  const rehearsing = project.run(['rehearse', 'skills', '--env', 'dev'], { onStart: (send) => (kill = send) });
  await expect.poll(() => project.simulator.usage.counts().length, { timeout: 20_000 }).toBeGreaterThan(0);
  kill?.('SIGINT');

  expect(await rehearsing).toMatchObject({ code: 1, stderr: expect.stringContaining('SB6009') as string });
  expect(Date.now() - started).toBeLessThan(30_000);
}, 60_000);
