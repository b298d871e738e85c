import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cleanFiles, createFixtureProject } from '../testing/fixture-project.ts';
import { formatStep, runSteps, type StepResult } from './run-steps.ts';
import { steps } from './steps.ts';

/** For each step a file that only this step objects to. */
const breaches: readonly {
  readonly step: string;
  readonly file: string;
  readonly text: string;
  readonly says: string;
}[] = [
  {
    step: 'types',
    file: 'src/core/double.ts',
    text: "/** Twice the number. */\nexport function double(value: number): number {\n  return 'two' + value;\n}\n",
    says: 'TS2322',
  },
  {
    step: 'types',
    file: 'src/core/double.test.ts',
    text: 'enum Direction {\n  North,\n}\nvoid Direction.North;\n',
    says: 'TS1294',
  },
  {
    step: 'lint',
    file: 'src/core/double.test.ts',
    text: 'void ((x: unknown) => x == 1);\n',
    says: 'eqeqeq',
  },
  {
    step: 'format',
    file: 'src/core/double.test.ts',
    text: 'void   1;\n',
    says: 'src/core/double.test.ts',
  },
  {
    step: 'rules',
    file: 'src/core/double.ts',
    text: 'export function double(value: number): number {\n  return value * 2;\n}\n',
    says: "docstrings: 'double' has no docstring",
  },
  {
    step: 'unused',
    file: 'src/core/triple.ts',
    text: '/** Thrice the number. */\nexport function triple(value: number): number {\n  return value * 3;\n}\n',
    says: 'src/core/triple.ts',
  },
  {
    step: 'unused',
    file: 'src/core/double.ts',
    text: `${cleanFiles['src/core/double.ts']}\n/** Two. */\nexport const two = 2;\n`,
    says: 'two',
  },
  {
    step: 'diagnostics',
    file: 'src/core/errors.test.ts',
    text: 'void 1;\n',
    says: 'docs/diagnostics.md differs',
  },
];

describe('./dev check', () => {
  it('is content with a clean project', async () => {
    const results = await check({}, true);

    expect(results.map(formatStep).filter((text) => text.startsWith('FAILED'))).toEqual([]);
  });

  it.for(breaches)('$step fails, and nothing else, on $says', async ({ step, file, text, says }) => {
    const results = await check({ [file]: text }, step !== 'diagnostics');
    const failed = results.filter(({ passed }) => !passed);

    expect(failed.map((result) => result.step.name)).toEqual([step]);
    expect(failed.map(({ output }) => output).join('')).toContain(says);
  });

  it('proves every step', () => {
    expect(new Set(breaches.map(({ step }) => step))).toEqual(new Set(steps.map(({ name }) => name)));
  });

  it('reports a program that can not start and one that a signal ends as failures', async () => {
    const root = createFixtureProject({});
    const missing = { name: 'missing', command: ['no-such-program'], remedy: 'install it' };
    const killed = { name: 'killed', command: ['sh', '-c', 'kill -9 $$'], remedy: 'see why' };

    const results = await runSteps(root, [missing, killed], () => {});

    expect(results.map(({ passed }) => passed)).toEqual([false, false]);
    expect(results.map(({ output }) => output).join('')).toMatch(/did not start.*\n.*ended by SIGKILL/);
  });
});

async function check(files: Readonly<Record<string, string>>, writePage: boolean): Promise<readonly StepResult[]> {
  const root = createFixtureProject({ ...cleanFiles, ...files });
  if (writePage) execFileSync(process.execPath, ['tools/write-diagnostics.ts'], { cwd: root });
  return runSteps(root, steps, () => {});
}
