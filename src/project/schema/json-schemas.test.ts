import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonSchemas } from './json-schemas.ts';

const folder = join(import.meta.dirname, '../../../schemas');

test.each(Object.entries(jsonSchemas()))(
  'schemas/%s is what the code says (tools/write-schemas.ts writes it)',
  (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  },
);
