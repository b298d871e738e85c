import { isJsonArray, isJsonObject, type Diagnostic, type Json } from '../../core/index.ts';
import { problem } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';

const idPattern = /(?<![\da-z])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z])/iu;
const targetWords = ['ensure', 'create', 'update', 'delete', 'rename'];

/**
 * A diagnostic for every platform id in the file's keys and texts. Where a name stands, the id must be the whole name:
 * names that merely hold one, as generators make them, are names.
 */
export function findPlatformIds(yaml: YamlFile): readonly Diagnostic[] {
  return search(yaml, yaml.value, []);
}

function search(yaml: YamlFile, value: Json, path: YamlPath): readonly Diagnostic[] {
  if (typeof value === 'string') return report(yaml, value, path);
  if (isJsonArray(value)) return value.flatMap((item, index) => search(yaml, item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => [
    ...report(yaml, key, [...path, key]),
    ...search(yaml, item, [...path, key]),
  ]);
}

function report(yaml: YamlFile, text: string, path: YamlPath): readonly Diagnostic[] {
  const id = idPattern.exec(text)?.[0];
  if (id === undefined || (isNamePlace(path) && !text.split('/').includes(id))) return [];
  const place = yaml.locate(path);
  return [problem('SB2010', place, `${place.file}:${place.line}: ${path.join('.')} holds the platform id ${id}.`)];
}

/** A key field of a resource (beside `type:`), of a target of an action, alone or in a list, or a reference. */
function isNamePlace(path: YamlPath): boolean {
  const holder = typeof path.at(-2) === 'number' ? path.at(-3) : path.at(-2);
  return path.length === 1 || path.at(-1) === '$ref' || targetWords.includes(String(holder));
}
