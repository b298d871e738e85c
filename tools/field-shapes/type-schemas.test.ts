import { expect, it } from 'vitest';
import { fieldShapes } from '../../src/catalog/field-shapes/index.ts';
import { catalogue } from '../../src/catalog/index.ts';
import { jsonSchemas } from '../../src/project/index.ts';

interface Schema {
  readonly $defs: Readonly<Record<string, { readonly properties?: object; readonly allOf?: readonly Rule[] }>>;
  readonly allOf: readonly Rule[];
}

interface Rule {
  readonly if: { readonly properties: { readonly type: { readonly const: string } } };
}

const schemas = jsonSchemas(catalogue, fieldShapes);
const read = (name: string): Schema => JSON.parse(schemas[name] ?? '') as Schema;

it('editors learn the key fields and the fields of every type, in documents and in actions', () => {
  const types = read('types.json').$defs;
  const ruled = (rules: readonly Rule[] | undefined): readonly string[] =>
    (rules ?? []).map((rule) => rule.if.properties.type.const);

  expect(ruled(read('resource.json').allOf)).toEqual(catalogue.types);
  expect(ruled(read('changeset.json').$defs['target']?.allOf)).toEqual(catalogue.types);
  expect(read('changeset.json').$defs['action']?.allOf).toHaveLength(catalogue.types.length);
  for (const type of catalogue.types)
    expect(Object.keys(types[`fields.${type}`]?.properties ?? {})).toEqual(catalogue.find(type)?.fields);
});

it('every model that a schema names is there', () => {
  const named = new Set(
    Object.values(schemas)
      .join('\n')
      .match(/#\/\$defs\/model\.\w+/gu),
  );
  const known = Object.keys(read('types.json').$defs).map((name) => `#/$defs/${name}`);

  expect(named.size).toBeGreaterThan(400);
  expect([...named].filter((name) => !known.includes(name))).toEqual([]);
});
