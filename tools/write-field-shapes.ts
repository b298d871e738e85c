import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldShapesText } from './field-shapes/field-shapes-text.ts';

// Writes src/catalog/field-shapes/shapes.json out of the description of the public API. A test tells when it is stale.
const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, 'src/simulator/model', name), 'utf8');
writeFileSync(
  join(root, 'src/catalog/field-shapes/shapes.json'),
  fieldShapesText({ types: read('types.json'), models: read('models.json') }),
);
