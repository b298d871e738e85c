import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../../views/index.ts';
import { runCli } from '../../testing/run-cli.ts';
import { knownCodes } from '../../explanations/known-codes.ts';

const explain = (...codes: readonly string[]) => runCli(['explain', ...codes]);

describe('explain', () => {
  it('knows the codes of every part, each with a meaning and a way on', () => {
    const entries = [...knownCodes.values()];
    expect(new Set(entries.map(({ area }) => area))).toEqual(
      new Set(['cli', 'core', 'engine', 'genesys', 'project', 'store']),
    );
    expect(entries.filter(({ summary, remedy }) => summary.length < 10 || remedy.length < 10)).toEqual([]);
  });

  it('says of each why it is so, with an example, save what is of the command line or of the store alone', () => {
    const silent = [...knownCodes.values()].filter(
      ({ area, why, example }) => area !== 'cli' && area !== 'store' && (why === undefined || example === undefined),
    );
    expect(silent.map(({ code }) => code)).toEqual([]);
  });

  it('tells every one of them on 80 columns', async () => {
    const { stdout, code } = await explain(...knownCodes.keys());
    expect(code).toBe(0);
    expect(stdout.split('\n').filter((line) => displayWidth(line) > 80)).toEqual([]);
    for (const code of knownCodes.keys()) expect(stdout).toContain(`${code}  `);
  });

  it('reads as the golden text', async () => {
    const { stdout } = await explain('SB1008', 'SB3005', 'SB2031');
    await expect(stdout).toMatchFileSnapshot('golden/explain.txt');
  });

  it('takes lower case, bare numbers, and each code once', async () => {
    const { stdout } = await explain('sb1008', '1008', ' SB1008 ');
    expect(stdout.match(/^SB1008/gmu)).toHaveLength(1);
  });

  it.each([
    { given: 'SB1042', nearest: 'SB1041' },
    { given: '1O08', nearest: 'SB1008' },
  ])('says of $given which code is nearest', async ({ given, nearest }) => {
    const { stderr, code } = await explain(given);
    expect(code).toBe(1);
    expect(stderr).toContain('SB6052');
    expect(stderr).toContain(`Did you mean ${nearest} (`);
  });

  it('says where a rule of the project explains itself', async () => {
    const { stderr, code } = await explain('POLICY/deletes/reported');
    expect(code).toBe(1);
    expect(stderr).toContain('policies/deletes.yaml');
  });

  it('gives JSON and Markdown', async () => {
    const json = JSON.parse((await explain('SB1008', '--format', 'json')).stdout) as object;
    expect(json).toMatchObject({ kind: 'Explanations', codes: [{ code: 'SB1008', area: 'core' }] });
    const markdown = await explain('SB1008', '--format', 'markdown');
    await expect(markdown.stdout).toMatchFileSnapshot('golden/explain.md');
  });
});
