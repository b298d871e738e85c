import { describe, expect, it } from 'vitest';
import { testCatalogue } from '../plan/testing/test-world.ts';
import { mapAddress } from './map-address.ts';

const mappings = [
  { from: 'user/*@dev.example.com', to: 'user/*@example.com' },
  { from: 'user/ann@dev.example.com', to: 'user/boss@example.com' },
  { from: 'user/*.*@*.test', to: 'user/*_*@*.example' },
  { from: 'user/*@dev.*', to: 'user/late' },
  { from: 'crate/Big DEV', to: 'crate/Big' },
  { from: 'shelf/*/Dev *', to: 'shelf/*/*' },
  { from: 'queue/* UAT', to: 'queue/Everything' },
];

const cases: readonly { readonly name: string; readonly address: string; readonly mapped: string }[] = [
  { name: 'itself where nothing fits', address: 'user/bob@example.com', mapped: 'user/bob@example.com' },
  {
    name: 'what names it exactly, wherever that stands',
    address: 'user/ann@dev.example.com',
    mapped: 'user/boss@example.com',
  },
  { name: 'the first pattern that fits', address: 'user/bob@dev.example.com', mapped: 'user/bob@example.com' },
  {
    name: 'whatever the star stands for, signs of other languages too',
    address: 'user/$&@dev.example.com',
    mapped: 'user/$&@example.com',
  },
  { name: 'star by star', address: 'user/ann.lee@uat.test', mapped: 'user/ann_lee@uat.example' },
  { name: 'nothing of a pattern that only fits a part', address: 'user/x@dev.example.com.au', mapped: 'user/late' },
  { name: 'a pattern over several key parts', address: 'shelf/Cellar/Dev Wine', mapped: 'shelf/Cellar/Wine' },
  { name: 'one for all where to has no star', address: 'queue/Sales UAT', mapped: 'queue/Everything' },
  { name: 'where its parent goes', address: 'tag/Big DEV/hint/fragile', mapped: 'tag/Big/hint/fragile' },
  {
    name: 'where its parent goes, for what has no key of its own',
    address: 'crate_labels/Big DEV',
    mapped: 'crate_labels/Big',
  },
  { name: 'itself where its parent stays', address: 'tag/Small/hint/fragile', mapped: 'tag/Small/hint/fragile' },
];

describe('an address stands for', () => {
  it.each(cases)('$name', ({ address, mapped }) => {
    expect(mapAddress(mappings, address, testCatalogue).address).toBe(mapped);
  });
});
