import { expect, it } from 'vitest';
import { createFixtureProject } from '../testing/fixture-project.ts';
import { runSteps } from './run-steps.ts';
import { steps } from './steps.ts';

const manyLines = Array.from({ length: 401 }, (_, index) => `void ${index};\n`).join('');

/** A file per lint rule that style depends on; the key is how oxlint names the rule. */
const samples: Readonly<Record<string, string>> = {
  'no-explicit-any': 'export const anything = (x: any) => x;',
  'no-default-export': 'export default 1;',
  'no-namespace': 'declare namespace Old { const x: number; }\nexport const y = typeof Old;',
  'no-console': 'console.log(1);',
  'max-lines': manyLines,
  'max-lines-per-function': `export function long() {\n${'  void 0;\n'.repeat(60)}}`,
  'max-params': 'export const five = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];',
  'no-floating-promises': 'async function later() {}\nlater();',
  'no-misused-promises': 'declare function later(): Promise<boolean>;\nif (later()) void 0;',
  'switch-exhaustiveness-check': "export function f(x: 'a' | 'b') { switch (x) { case 'a': return 1; } return 2; }",
  'no-restricted-imports': "import { x } from '../../dist/x.js';\nvoid x;",
  'prefer-node-protocol': "import { readFileSync } from 'fs';\nvoid readFileSync;",
  'no-non-null-assertion': 'export const first = (list: string[]) => list[0]!;',
  'only-throw-error': "throw 'text';",
  'no-unused-vars': 'const unused = 1;',
  eqeqeq: 'export const same = (a: unknown) => a == 1;',
  'prefer-const': 'let a = 1;\nvoid a;',
  'consistent-type-imports': "import { Level } from './level.ts';\nexport type A = Level;",
  'no-cycle': "import { one } from './cycle-end.ts';\nexport const two = one + 1;",
};

it('lint objects to a sample of every rule of style.md that it enforces', async () => {
  const files = Object.entries(samples).map(([rule, text]) => [`src/core/${rule}.ts`, text]);
  const root = createFixtureProject({
    ...Object.fromEntries(files),
    'src/core/level.ts': 'export type Level = string;',
    'src/core/cycle-end.ts': "import { two } from './no-cycle.ts';\nexport const one = 1;\nvoid two;",
  });

  const [result] = await runSteps(
    root,
    steps.filter(({ name }) => name === 'lint'),
    () => {},
  );

  const lines = result?.output.split('\n') ?? [];
  const silent = Object.keys(samples).filter(
    (rule) => !lines.some((line) => line.startsWith(`src/core/${rule}.ts:`) && line.includes(`(${rule})`)),
  );
  expect(silent).toEqual([]);
});

it('lint lets the command line and the views print', async () => {
  const files = { 'src/cli/print.ts': 'console.log(1);', 'src/views/print.ts': 'console.log(1);' };
  const root = createFixtureProject(files);

  const [result] = await runSteps(
    root,
    steps.filter(({ name }) => name === 'lint'),
    () => {},
  );

  expect(result?.output).not.toContain('no-console');
});
