import { describe, expect, it } from 'vitest';
import { rules } from './registry.ts';
import { parseSource } from './source.ts';

/** One sample per way to break a rule, and beside it the nearest thing that is allowed. */
const samples: readonly {
  readonly rule: string;
  readonly name: string;
  readonly path: string;
  readonly bad: string;
  readonly good: string;
  readonly says: string;
}[] = [
  {
    rule: 'parses',
    name: 'a syntax error',
    path: 'src/core/a.ts',
    bad: 'const = 1;',
    good: 'const a = 1;',
    says: '',
  },
  {
    rule: 'dependencies',
    name: 'the engine importing the catalogue',
    path: 'src/engine/a.ts',
    bad: `import { catalog } from '../catalog/index.ts';`,
    good: `import { plan } from '../core/index.ts';`,
    says: 'engine may not import catalog',
  },
  {
    rule: 'dependencies',
    name: 'the simulator importing anything of ours, even in a test and even as a type',
    path: 'src/simulator/routes/a.test.ts',
    bad: `import type { Json } from '../../core/index.ts';`,
    good: `import { state } from '../state/x.ts';`,
    says: 'it may import nothing of ours',
  },
  {
    rule: 'dependencies',
    name: 'a type reached by import()',
    path: 'src/simulator/a.ts',
    bad: `export type A = import('../core/index.ts').Json;`,
    good: `export type A = import('./b.ts').Json;`,
    says: 'it may import nothing of ours',
  },
  {
    rule: 'dependencies',
    name: 'a re-export from a folder out of bounds',
    path: 'src/core/a.ts',
    bad: `export { x } from '../engine/index.ts';`,
    good: `export { x } from './b.ts';`,
    says: 'core may not import engine',
  },
  {
    rule: 'dependencies',
    name: 'reaching past the index of another folder',
    path: 'src/engine/a.ts',
    bad: `import { plan } from '../core/plan/plan.ts';`,
    good: `import { plan } from '../core/plan/index.ts';`,
    says: 'reaches into core',
  },
  {
    rule: 'dependencies',
    name: 'the store using the engine at run time',
    path: 'src/store/a.ts',
    bad: `import { deploy } from '../engine/index.ts';`,
    good: `import { type Store } from '../engine/index.ts';`,
    says: 'only its types',
  },
  {
    rule: 'dependencies',
    name: 'the command line loading the simulator eagerly',
    path: 'src/cli/commands/demo.ts',
    bad: `import { start } from '../../simulator/index.ts';`,
    good: `const { start } = await import('../../simulator/index.ts');`,
    says: 'eagerly',
  },
  {
    rule: 'dependencies',
    name: 'production code importing test code',
    path: 'src/engine/a.ts',
    bad: `import { fake } from './testing/index.ts';`,
    good: `import { fake } from './tester.ts';`,
    says: 'test code',
  },
  {
    rule: 'dependencies',
    name: 'a test importing a folder beyond the test allowance',
    path: 'src/genesys/a.test.ts',
    bad: `import { run } from '../cli/index.ts';`,
    good: `import { start } from '../simulator/index.ts'; import { fake } from '../engine/testing/index.ts';`,
    says: 'genesys may not import cli',
  },
  {
    rule: 'dependencies',
    name: 'source importing from outside src',
    path: 'src/cli/a.ts',
    bad: `import { x } from '../../tools/rules/source.ts';`,
    good: `import { x } from '../core/index.ts';`,
    says: 'outside src/',
  },
  {
    rule: 'dependencies',
    name: 'a scenario reaching past an index',
    path: 'scenarios/a.test.ts',
    bad: `import { x } from '../src/store/schema.ts';`,
    good: `import { x } from '../src/store/index.ts';`,
    says: 'reaches into store',
  },
  {
    rule: 'dependencies',
    name: 'a package the folder may not use',
    path: 'src/views/a.ts',
    bad: `import { z } from 'zod';`,
    good: `import { x } from '../core/index.ts';`,
    says: 'the package zod',
  },
  {
    rule: 'dependencies',
    name: 'CEL outside its place',
    path: 'src/core/plan/a.ts',
    bad: `import { parse } from '@bufbuild/cel';`,
    good: `import canonicalize from 'canonicalize';`,
    says: 'one place',
  },
  {
    rule: 'dependencies',
    name: 'a test package in production code',
    path: 'src/cli/a.ts',
    bad: `import fc from 'fast-check';`,
    good: `import { Command } from 'commander';`,
    says: 'a package for tests',
  },
  {
    rule: 'dependencies',
    name: 'a folder nobody decided on',
    path: 'src/gadgets/a.ts',
    bad: `import { x } from '../core/index.ts';`,
    good: `import { x } from './b.ts';`,
    says: 'nothing of ours',
  },
  {
    rule: 'pure-core',
    name: 'a node module',
    path: 'src/core/a.ts',
    bad: `import { createHash } from 'node:crypto';`,
    good: `import { sha256 } from '@noble/hashes/sha2.js';`,
    says: 'node:crypto',
  },
  {
    rule: 'pure-core',
    name: 'the clock',
    path: 'src/core/a.ts',
    bad: 'const now = Date.now();',
    good: 'const at = Date.parse(text);',
    says: 'Date.now',
  },
  {
    rule: 'pure-core',
    name: 'a date made of nothing',
    path: 'src/ledger/a.ts',
    bad: 'const now = new Date();',
    good: 'const at = new Date(asOfMs);',
    says: 'new Date()',
  },
  {
    rule: 'pure-core',
    name: 'Date as a function',
    path: 'src/core/a.ts',
    bad: 'Date()',
    good: 'toDate()',
    says: 'Date()',
  },
  {
    rule: 'pure-core',
    name: 'randomness',
    path: 'src/core/a.ts',
    bad: 'const n = Math.random();',
    good: 'const n = Math.max(1, 2);',
    says: 'Math.random',
  },
  {
    rule: 'no-type-names',
    name: 'a type in a string',
    path: 'src/engine/a.ts',
    bad: `if (type === 'routing_queue') stop();`,
    good: `if (descriptor.facets.length > 0) stop();`,
    says: 'routing_queue',
  },
  {
    rule: 'no-type-names',
    name: 'an address in a template',
    path: 'src/core/a.ts',
    bad: 'const address = `routing_queue/${name}`;',
    good: 'const address = `${type}/${name}`;',
    says: 'routing_queue',
  },
  {
    rule: 'no-type-names',
    name: 'a type with a plain word for a name, compared',
    path: 'src/core/a.ts',
    bad: `if (resource.type === 'flow') stop();`,
    good: `const actor = 'user';`,
    says: "'flow'",
  },
  {
    rule: 'no-type-names',
    name: 'a type with a plain word for a name, switched on',
    path: 'src/engine/a.ts',
    bad: `switch (type) { case 'user': break; }`,
    good: `switch (actor) { case 'user': break; }`,
    says: "'user'",
  },
  {
    rule: 'file-names',
    name: 'a word that says nothing',
    path: 'src/core/string-utils.ts',
    bad: '',
    good: '',
    says: 'utils',
  },
  { rule: 'file-names', name: 'camel case', path: 'src/core/myFile.ts', bad: '', good: '', says: 'kebab-case' },
  {
    rule: 'index-files',
    name: 'an index that is too long',
    path: 'src/core/index.ts',
    bad: `/** What lives here. */\n${`export { a } from './a.ts';\n`.repeat(30)}`,
    good: `/** What lives here. */\nexport { a } from './a.ts';`,
    says: '31 lines',
  },
  {
    rule: 'index-files',
    name: 'code in an index',
    path: 'src/core/index.ts',
    bad: '/** What lives here. */\nexport const a = 1;',
    good: `/** What lives here. */\nexport type { A } from './a.ts';`,
    says: 'more than named re-exports',
  },
  {
    rule: 'index-files',
    name: 'an index without its paragraph',
    path: 'src/core/index.ts',
    bad: `export { a } from './a.ts';`,
    good: `/** What lives here. */\nexport { a } from './a.ts';`,
    says: 'without a paragraph',
  },
  {
    rule: 'no-star-exports',
    name: 'a star',
    path: 'src/core/index.ts',
    bad: `export * from './a.ts';`,
    good: `export { a } from './a.ts';`,
    says: 'list the names',
  },
  {
    rule: 'skip-reasons',
    name: 'a silent skip',
    path: 'src/core/a.test.ts',
    bad: `it.skip('x', () => {});`,
    good: `it('x', (context) => context.skip('needs a network'));`,
    says: 'no reason',
  },
  {
    rule: 'error-codes',
    name: 'a code that is in no map',
    path: 'src/engine/errors.ts',
    bad: `throw fail('SB3001');`,
    good: `export const engineErrorCodes = { SB3001: { summary: '', remedy: '' } } as const; fail('SB3001');`,
    says: 'SB3001 is in no',
  },
  {
    rule: 'error-codes',
    name: 'a code outside the range of its folder',
    path: 'src/engine/errors.ts',
    bad: `export const engineErrorCodes = { SB5001: { summary: '', remedy: '' } } as const;`,
    good: `export const engineErrorCodes = { SB3001: { summary: '', remedy: '' } } as const;`,
    says: 'outside the numbers of engine',
  },
  {
    rule: 'error-codes',
    name: 'a code that is defined twice',
    path: 'src/engine/errors.ts',
    bad: `const aErrorCodes = { SB3001: {} }; const bErrorCodes = { 'SB3001': {} } satisfies object;`,
    good: `const aErrorCodes = { SB3001: {} }; const bErrorCodes = { SB3002: {} };`,
    says: 'already defined',
  },
  {
    rule: 'docstrings',
    name: 'a function without one',
    path: 'src/core/a.ts',
    bad: 'export function plan() {}',
    good: '/** Plans. */\nexport function plan() {}',
    says: "'plan' has no docstring",
  },
  {
    rule: 'docstrings',
    name: 'a constant exported below its declaration',
    path: 'src/core/a.ts',
    bad: 'const limit = 1;\nexport { limit };',
    good: '/** Most of it. */\nconst limit = 1;\nexport { limit };',
    says: "'limit' has no docstring",
  },
  {
    rule: 'docstrings',
    name: 'an ordinary comment in its place',
    path: 'src/core/a.ts',
    bad: '/* Plans. */\nexport type Plan = string;',
    good: '/** Plans. */\nexport type Plan = string;',
    says: "'Plan' has no docstring",
  },
];

describe('house rules', () => {
  it.for(samples)('$rule objects to $name', ({ rule, path, bad, says }) => {
    const found = rules[rule]?.([parseSource(path, bad)]) ?? [];

    expect(found.length).toBeGreaterThan(0);
    expect(found.map(({ message }) => message).join('\n')).toContain(says);
  });

  it.for(samples.filter(({ good }) => good !== ''))(
    '$rule accepts what is nearest to $name',
    ({ rule, path, good }) => {
      expect(rules[rule]?.([parseSource(path, good)])).toEqual([]);
    },
  );

  it('folder-sizes objects to the sixteenth source file and does not count tests', () => {
    const files = Array.from({ length: 15 }, (_, index) => parseSource(`src/core/file-${index}.ts`, ''));
    const oneTest = parseSource('src/core/file-1.test.ts', '');
    const oneMore = parseSource('src/core/one-more.ts', '');

    expect(rules['folder-sizes']?.([...files, oneTest])).toEqual([]);
    expect(rules['folder-sizes']?.([...files, oneMore])).toHaveLength(1);
  });

  it('has a failing sample for every rule', () => {
    const proven = new Set([...samples.map(({ rule }) => rule), 'folder-sizes']);

    expect(Object.keys(rules).filter((rule) => !proven.has(rule))).toEqual([]);
  });
});
