import { expect, it } from 'vitest';
import { createFixtureProject } from '../testing/fixture-project.ts';
import { collectCodes } from './collect.ts';
import { diagnosticsPage } from './page.ts';

it('collects the codes of every errors.ts, deep ones too, and nothing else they export', async () => {
  const root = createFixtureProject({
    'src/core/errors.ts': "export const coreErrorCodes = { SB1001: { summary: 'A', remedy: 'B' } } as const;",
    'src/store/embedded/errors.ts':
      "export const other = { SB9: 1 };\nexport const embeddedErrorCodes = { SB5001: { summary: 'C', remedy: 'D' } };",
  });

  expect(await collectCodes(root)).toEqual([
    { code: 'SB1001', summary: 'A', remedy: 'B', area: 'core' },
    { code: 'SB5001', summary: 'C', remedy: 'D', area: 'store' },
  ]);
});

it('refuses a code without a remedy', async () => {
  const root = createFixtureProject({
    'src/core/errors.ts': "export const coreErrorCodes = { SB1001: { summary: 'A' } };",
  });

  await expect(collectCodes(root)).rejects.toThrow('SB1001 in src/core/errors.ts needs { summary, remedy }');
});

it('adds what explains a code, and refuses to explain one that is none', async () => {
  const errors = "export const coreErrorCodes = { SB1001: { summary: 'A', remedy: 'B' } } as const;";
  const explained = (code: string) => `export const someExplanations = { ${code}: { why: 'W', example: 'x: 1' } };`;
  const files = (code: string) => ({
    'src/core/errors.ts': errors,
    'src/cli/explanations/reasons/some.ts': explained(code),
  });

  const [entry] = await collectCodes(createFixtureProject(files('SB1001')));

  expect(entry).toMatchObject({ code: 'SB1001', why: 'W', example: 'x: 1' });
  expect(diagnosticsPage(entry === undefined ? [] : [entry])).toContain('**SB1001** W\n\n```\nx: 1\n```');
  await expect(collectCodes(createFixtureProject(files('SB1002')))).rejects.toThrow('SB1002 is explained');
});

it('writes one table per folder, in order of code, with pipes escaped', () => {
  const page = diagnosticsPage([
    { code: 'SB5001', summary: 'late', remedy: 'y', area: 'store' },
    { code: 'SB1002', summary: 'a | b', remedy: 'x\n z', area: 'core' },
    { code: 'SB1001', summary: 'first', remedy: 'x', area: 'core' },
  ]);

  expect(page.split('\n').filter((line) => /^(##|\| SB)/.test(line))).toEqual([
    '## core',
    '| SB1001 | first | x |',
    '| SB1002 | a \\| b | x z |',
    '## store',
    '| SB5001 | late | y |',
  ]);
});
