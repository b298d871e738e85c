import { describe, expect, it } from 'vitest';
import type { ValueMapping } from '../environment/environment.ts';
import type { JsonObject } from '../json/json.ts';
import { mapValues } from './map-values.ts';

const uat = 'https://uat.example.com/a';
const prod = 'https://www.example.com/a';
const url: ValueMapping = { from: 'https://uat.example.com/*', to: 'https://www.example.com/*' };

interface Case {
  readonly name: string;
  readonly mappings: readonly ValueMapping[];
  readonly document: JsonObject;
  readonly mapped: JsonObject;
}

const cases: readonly Case[] = [
  { name: 'are replaced anywhere', mappings: [url], document: { a: { b: [uat] } }, mapped: { a: { b: [prod] } } },
  {
    name: 'stay where only a part of them fits',
    mappings: [url],
    document: { a: `see ${uat}` },
    mapped: { a: `see ${uat}` },
  },
  {
    name: 'are replaced in the field named',
    mappings: [{ ...url, field: 'a.b' }],
    document: { a: { b: uat, c: uat } },
    mapped: { a: { b: prod, c: uat } },
  },
  {
    name: 'are replaced below the field named',
    mappings: [{ ...url, field: 'a' }],
    document: { a: { b: uat }, c: uat },
    mapped: { a: { b: prod }, c: uat },
  },
  {
    name: 'are replaced in lists of a field',
    mappings: [{ from: '+441', to: '+442', field: 'dnis[]' }],
    document: { dnis: ['+441', '+449'] },
    mapped: { dnis: ['+442', '+449'] },
  },
  {
    name: 'are replaced in what is added to a list',
    mappings: [{ from: '+441', to: '+442', field: 'dnis[]' }],
    document: { dnis: { $include: ['+441'] } },
    mapped: { dnis: { $include: ['+442'] } },
  },
  { name: 'stay in other types', mappings: [{ ...url, type: 'flow' }], document: { a: uat }, mapped: { a: uat } },
  {
    name: 'are replaced in types that fit',
    mappings: [{ ...url, type: 'integration_*' }],
    document: { a: uat },
    mapped: { a: prod },
  },
  {
    name: 'follow the first mapping that fits',
    mappings: [{ from: uat, to: 'first' }, url],
    document: { a: uat },
    mapped: { a: 'first' },
  },
  {
    name: 'may be numbers, objects or nothing',
    mappings: [
      { from: 5, to: 7 },
      { from: { x: 1 }, to: null },
    ],
    document: { a: 5, b: { x: 1 }, c: '5' },
    mapped: { a: 7, b: null, c: '5' },
  },
  {
    name: 'are no references',
    mappings: [{ from: 'user/*', to: 'user/x' }],
    document: { a: { $ref: 'user/ann' } },
    mapped: { a: { $ref: 'user/ann' } },
  },
  {
    name: 'are no expressions',
    mappings: [{ from: '*', to: 'x' }],
    document: { a: '${inputs.b}', b: 'c' },
    mapped: { a: '${inputs.b}', b: 'x' },
  },
  {
    name: 'are no digests of content, but are what fills it in',
    mappings: [{ from: '*', to: 'x' }],
    document: { a: { $content: 'sha256:1', substitutions: { host: 'uat' } } },
    mapped: { a: { $content: 'sha256:1', substitutions: { host: 'x' } } },
  },
];

describe('values', () => {
  it.each(cases)('$name', ({ mappings, document, mapped }) => {
    expect(mapValues(mappings, 'integration_action', document)).toEqual(mapped);
  });
});
