import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldShapes } from '../src/catalog/field-shapes/index.ts';
import { catalogue } from '../src/catalog/index.ts';
import { jsonSchemas } from '../src/project/index.ts';

// Writes schemas/*.json, which editors use to complete a project's files. A test tells when they are out of date.
const folder = join(import.meta.dirname, '../schemas');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas(catalogue, fieldShapes))) writeFileSync(join(folder, name), text);
