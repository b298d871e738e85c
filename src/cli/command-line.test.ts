import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from './testing/run-cli.ts';
import { version } from './version.ts';

let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'signalbox-cli-'));
});

afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});

describe('the command line', () => {
  it('prints its help on stdout, within 80 columns, with every exit code', async () => {
    const { code, stdout, stderr } = await runCli(['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    for (const verb of [
      'init',
      'export',
      'validate',
      'build',
      'simulate',
      'deploy',
      'promote',
      'rollback',
      'resume',
      'history',
      'show',
      'drift',
      'doctor',
      'simulator',
      'demo',
    ]) {
      expect(stdout).toContain(verb);
    }
    expect(stdout).toContain('7 timeout');
  });

  it('has the version of its package', async () => {
    const packageFile = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(version).toBe(packageFile.version);
    expect((await runCli(['--version'])).stdout).toBe(`${version}\n`);
  });

  it.each([
    { commandLine: ['simulat'], message: "unknown command 'simulat'", hint: 'Did you mean simulate?' },
    {
      commandLine: ['simulate', 'x', '--envv', 'dev'],
      message: "unknown option '--envv'",
      hint: 'Did you mean --env?',
    },
    { commandLine: ['drift'], message: 'the flag -e, --env <name> is missing', hint: '--help' },
    { commandLine: ['validate', '--format', 'xml'], message: 'Allowed choices are human', hint: '--help' },
    { commandLine: ['validate', 'surplus'], message: 'too many arguments', hint: '--help' },
    { commandLine: ['history', '--limit', 'x'], message: 'must be a whole number', hint: '--help' },
  ])('refuses $commandLine and says what is right', async ({ commandLine, message, hint }) => {
    const { code, stdout, stderr } = await runCli(commandLine);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    const text = stderr.replaceAll(/\s+/gu, ' ');
    expect(text).toContain('SB6001');
    expect(text).toContain(message);
    expect(text).toContain(hint);
  });

  it('says where there is no project, and what to do', async () => {
    const { code, stderr } = await runCli(['validate', '--project', join(directory, 'nowhere')]);
    expect(code).toBe(1);
    expect(stderr).toContain('SB2020');
    expect(stderr).toContain('signalbox init');
    expect(stderr).not.toContain('    at ');
  });

  it('gives errors as JSON too when that is the format', async () => {
    const { stdout } = await runCli(['validate', '--project', join(directory, 'nowhere'), '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ kind: 'Error', code: 'SB2020' });
  });
});

describe('a new project', () => {
  it('is written once, is valid, and is never overwritten', async () => {
    const project = join(directory, 'Été & Co');
    const first = await runCli(['init', project]);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('signalbox doctor --env dev');
    expect((await readFile(join(project, 'signalbox.yaml'), 'utf8')).includes('name: ete-co')).toBe(true);

    expect((await runCli(['validate', '--project', project])).code).toBe(0);

    const before = await readFile(join(project, 'environments/dev.yaml'), 'utf8');
    const second = await runCli(['init', project]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('SB6007');
    expect(await readFile(join(project, 'environments/dev.yaml'), 'utf8')).toBe(before);
  });

  it('is built to the same bytes twice', async () => {
    const project = join(directory, 'twice');
    await runCli(['init', project]);
    const build = () =>
      runCli(['build', 'first-skill', '--project', project, '--out', join(project, 'dist'), '--format', 'json']);
    const [first, second] = [JSON.parse((await build()).stdout), JSON.parse((await build()).stdout)] as {
      digest: string;
      path: string;
    }[];
    expect(first).toEqual(second);
    expect((await readFile(first?.path ?? '', 'utf8')).includes(first?.digest ?? '?')).toBe(true);
  });

  it('names a broken file, the line and the right key, in every format', async () => {
    const project = join(directory, 'broken');
    await runCli(['init', project]);
    await writeFile(
      join(project, 'signalbox.yaml'),
      'apiVersion: signalbox/v1\nkind: Project\nmetadata:\n  name: broken\nenvironmnets: [dev]\n',
    );
    for (const format of ['human', 'json', 'markdown', 'sarif', 'junit']) {
      const { code, stdout } = await runCli(['validate', '--project', project, '--format', format]);
      expect(code).toBe(1);
      expect(stdout).toContain('SB2008');
      expect(stdout.replaceAll(/[\s\\]+/gu, ' ')).toContain('environments');
    }
    const sarif = JSON.parse((await runCli(['validate', '--project', project, '--format', 'sarif'])).stdout) as {
      version: string;
    };
    expect(sarif.version).toBe('2.1.0');
  });

  it('does not write without a yes where nobody can be asked', async () => {
    const project = join(directory, 'unasked');
    await runCli(['init', project]);
    const { code, stderr } = await runCli(['deploy', 'first-skill', '--env', 'dev', '--project', project]);
    expect(code).toBe(4);
    expect(stderr).toContain('SB6002');
  });

  it('has no history, and needs no store to say so', async () => {
    const project = join(directory, 'historyless');
    await runCli(['init', project]);
    expect(await runCli(['history', '--project', project])).toEqual({ code: 0, stdout: 'No runs yet.\n', stderr: '' });
  });

  it('names the environments there are when asked for another', async () => {
    const project = join(directory, 'elsewhere');
    await runCli(['init', project]);
    const { code, stderr } = await runCli(['simulate', 'first-skill', '--env', 'production', '--project', project]);
    expect(code).toBe(1);
    expect(stderr.replaceAll(/\s+/gu, ' ')).toContain(
      'SB6003: The project has no environment production; it has dev, uat, prod',
    );
  });
});

describe('the simulator command', () => {
  it('serves until it is told to stop, and then ends well', async () => {
    const { code, stdout } = await runCli(['simulator'], {
      onOutput: (text, kill) => {
        if (text.includes('Ctrl-C')) kill('SIGTERM');
      },
    });
    expect(code).toBe(0);
    expect(stdout).toMatch(/Simulated Genesys Cloud at http:\/\/127\.0\.0\.1:\d+/u);
  });
});
