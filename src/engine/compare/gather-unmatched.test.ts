import { expect, it } from 'vitest';
import type { JsonObject } from '../../core/index.ts';
import { parseAddress } from '../../core/resource/index.ts';
import { fakeCatalogue } from '../testing/fake-types.ts';
import type { ComparableSide } from './compare-environments.ts';
import { gatherUnmatched } from './gather-unmatched.ts';

function side(name: string, documents: Readonly<Record<string, JsonObject>>, rules: object = {}): ComparableSide {
  return {
    rules: { name, mappings: [], ...rules },
    from: { environment: name, source: 'live' },
    types: [],
    incomplete: new Map(),
    *objects() {
      for (const [address, document] of Object.entries(documents)) {
        const { type, key } = parseAddress(address) ?? { type: '', key: [] };
        yield { address, type, key, document };
      }
    },
  };
}

const red = { $ref: 'colour/Red UAT' };

it('gathers what has no counterpart, with who refers to it in the words of the other side', () => {
  const left = side('uat', {
    'colour/Red UAT': {},
    'colour/Unused': {},
    'colour/Blue': {},
    'crate/Box UAT': { colour: red, lid: { inner: [red] } },
    'crate/New': { colour: { $ref: 'colour/Blue' } },
  });
  const mappings = [{ from: 'crate/* UAT', to: 'crate/*' }];
  const right = side(
    'prod',
    { 'colour/Red': {}, 'colour/Blue': {}, 'crate/Box': { colour: { $ref: 'colour/Red' } } },
    { mappings },
  );
  const found = gatherUnmatched({ left, right, catalogue: fakeCatalogue, onlyUsed: new Set(['colour']) });
  expect(found.left.map(({ address, users }) => ({ address, users }))).toEqual([
    { address: 'colour/Red UAT', users: ['crate/Box'] },
    { address: 'crate/New', users: [] },
  ]);
  expect(found.right.map(({ address, users }) => ({ address, users }))).toEqual([
    { address: 'colour/Red', users: ['crate/Box'] },
  ]);
  expect(found.matched).toEqual(['colour/Blue', 'crate/Box UAT']);
});
