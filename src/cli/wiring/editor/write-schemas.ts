import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldShapes } from '../../../catalog/field-shapes/index.ts';
import { catalogue } from '../../../catalog/index.ts';
import { jsonSchemas } from '../../../project/index.ts';

/** Where a project keeps the schemas for editors; the folder belongs to the machine and is made anew at will. */
export const schemaFolder = '.signalbox/schemas';

/** Writes the JSON Schemas of this version into a folder; gives their file names, sorted. */
export function writeSchemas(folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  const files = Object.entries(jsonSchemas(catalogue, fieldShapes));
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  return files.map(([name]) => name).toSorted();
}

/** Which files of a project each schema is for, as editors with the YAML language server take it. */
const schemaFiles: Readonly<Record<string, readonly string[]>> = {
  'project.json': ['signalbox.yaml'],
  'environment.json': ['environments/*.yaml'],
  'changeset.json': ['changesets/*.yaml'],
  'policy.json': ['policies/*.yaml'],
  'policy-test.json': ['policies/tests/*.yaml'],
  'resource.json': ['config/**/*.yaml', 'environments/*/config/**/*.yaml', 'environments/*/live/**/*.yaml'],
};

/** `.vscode/settings.json` of a project: the schemas of its files. */
export function editorSettings(): string {
  const schemas = Object.entries(schemaFiles).map(([name, files]) => [`./${schemaFolder}/${name}`, files]);
  return `${JSON.stringify({ 'yaml.schemas': Object.fromEntries(schemas) as unknown }, null, 2)}\n`;
}
