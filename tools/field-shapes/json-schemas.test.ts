import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fieldShapes } from '../../src/catalog/field-shapes/index.ts';
import { catalogue } from '../../src/catalog/index.ts';
import { jsonSchemas } from '../../src/project/index.ts';

const folder = join(import.meta.dirname, '../../schemas');

it.each(Object.entries(jsonSchemas(catalogue, fieldShapes)))(
  'schemas/%s is what the code says (tools/write-schemas.ts writes it)',
  (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  },
);
