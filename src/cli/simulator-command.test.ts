import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli, type CliResult } from './testing/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'simulator-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the simulator until it says that it serves. */
function simulator(...flags: readonly string[]): Promise<CliResult> {
  return runCli(['simulator', ...flags], {
    cwd: folder,
    onOutput: (text, kill) => {
      if (text.includes('Ctrl-C')) kill('SIGTERM');
    },
  });
}

describe('the simulator command', () => {
  it('makes up a world, saves it at the end and starts with it again', async () => {
    const made = await simulator('--world', '250-objects', '--seed', 'x', '--save', 'first');
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('its state is then saved to first');
    const again = await simulator('--load', 'first', '--save', 'second');
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/dev {2}id [0-9a-f-]{36}/u);
    const state = readFileSync(join(folder, 'first'), 'utf8');
    expect(state).toContain('"routing_queue"');
    expect(readFileSync(join(folder, 'second'), 'utf8')).toBe(state);
  });

  it('serves HTTPS with a certificate', async () => {
    const [cert = '', key = ''] = ['cert', 'key'].map((part) =>
      join(import.meta.dirname, `../simulator/testing/tls/test-only.${part}.pem`),
    );
    const { stdout } = await simulator('--tls-cert', cert, '--tls-key', key);
    expect(stdout).toMatch(/Simulated Genesys Cloud at https:\/\//u);
  });

  it.each([
    [['--tls-cert', 'cert.pem'], 'go together'],
    [['--tls-cert', 'nothing.pem', '--tls-key', 'nothing.pem'], 'can not be used'],
    [['--load', 'nothing'], 'can not be loaded'],
    [['--world', 'enormous'], 'can not be used'],
    [['--world', '12-objects'], 'Ask for 250-objects'],
  ])('refuses %j', async (flags, words) => {
    const { code, stderr } = await simulator(...flags);
    expect(code).toBe(1);
    expect(stderr).toContain('SB6001');
    expect(stderr.replaceAll(/\s+/gu, ' ')).toContain(words);
  });
});
