import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { programEnvironment } from '../check/run-steps.ts';

const repository = join(import.meta.dirname, '../..');
const settings = ['.oxlintrc.json', '.oxfmtrc.json', 'vitest.config.ts', 'tsconfig.base.json', 'dev'];
const manifest = {
  name: 'fixture',
  type: 'module',
  devDependencies: Object.fromEntries(
    ['knip', 'oxfmt', 'oxlint', 'oxlint-tsgolint', 'rolldown', 'typescript', 'vitest'].map((name) => [name, '*']),
  ),
};

/** A project that every step of `./dev check` is content with, once its page of diagnostics is written. */
export const cleanFiles: Readonly<Record<string, string>> = {
  'src/core/index.ts': "/** The sample core. */\nexport { double } from './double.ts';\n",
  'src/core/double.ts':
    '/** Twice the number. */\nexport function double(value: number): number {\n  return value * 2;\n}\n',
  'src/cli/main.ts': "import { double } from '../core/index.ts';\n\nconsole.log(double(2));\n",
};

/**
 * A throwaway repository with our settings and the given files, and with our tools but for their tests and those that need
 * the catalogue or `src/project`; returns its path.
 * It shares node_modules by a symlink and is deleted when the running test ends.
 */
export function createFixtureProject(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'signalbox-fixture-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of settings) cpSync(join(repository, name), join(root, name));
  cpSync(join(repository, 'tools'), join(root, 'tools'), {
    recursive: true,
    filter: (source) => !/\.test\.ts$|\/testing$|\/field-shapes$|\/write-(?:schemas|field-shapes)\.ts$/u.test(source),
  });
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFile(root, 'tsconfig.json', '{ "files": [], "references": [{ "path": "src/core" }, { "path": "src/cli" }] }\n');
  writeFile(root, 'src/core/tsconfig.json', compilerSettings('core', []));
  writeFile(root, 'src/cli/tsconfig.json', compilerSettings('cli', ['../core']));
  writeFile(root, 'tools/tsconfig.json', compilerSettings('tools', []));
  writeFile(root, 'package.json', `${JSON.stringify(manifest, null, 2)}\n`);
  writeFile(root, 'knip.json', knipSettings());
  execFileSync('oxfmt', ['.'], { cwd: root, env: programEnvironment(repository), stdio: 'ignore' });
  for (const folder of ['docs', 'scenarios', 'bench', 'examples', 'src/cli/explanations'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFile(root, name, text);
  return root;
}

function compilerSettings(area: string, references: readonly string[]): string {
  const up = area === 'tools' ? '..' : '../..';
  const compilerOptions = {
    rootDir: '.',
    outDir: `${up}/build/${area}`,
    tsBuildInfoFile: `${up}/build/${area}.tsbuildinfo`,
    types: area === 'core' ? [] : ['node'],
  };
  const settings = {
    extends: `${up}/tsconfig.base.json`,
    compilerOptions,
    include: ['**/*.ts'],
    references: references.map((path) => ({ path })),
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

/** Our settings, except that the tools count as used: their tests, which use some exports, stay behind. */
function knipSettings(): string {
  const settings = JSON.parse(readFileSync(join(repository, 'knip.json'), 'utf8')) as { entry: string[] };
  return `${JSON.stringify({ ...settings, entry: [...settings.entry, 'tools/**/*.ts'] }, null, 2)}\n`;
}

function writeFile(root: string, name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}
