import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fieldShapesText } from './field-shapes-text.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('shapes.json is what the description of the public API says (tools/write-field-shapes.ts writes it)', () => {
  const text = fieldShapesText({
    types: read('src/simulator/model/types.json'),
    models: read('src/simulator/model/models.json'),
  });
  expect(read('src/catalog/field-shapes/shapes.json')).toBe(text);
});
