import {
  isJsonArray,
  isJsonObject,
  pointerPart,
  type Diagnostic,
  type Json,
  type Target,
} from '../../../core/index.ts';
import type { Catalogue } from '../../../core/resource/index.ts';
import type { YamlFile, YamlPath } from '../../files/yaml-file.ts';
import { unknownType } from '../load-document.ts';
import type { Loaded } from '../read-yaml.ts';
import { authoredKeyFields, readKey } from '../resource-key.ts';
import type { PlacedValue } from './find-spans.ts';

/** An object that an action names, and where its key parts stand. */
export interface PlacedTarget {
  readonly target: Target;
  readonly path: YamlPath;
  readonly placed: readonly PlacedValue[];
}

/** The objects that an action names under `path`: one, or a list of them. `others` are keys with another meaning. */
export function readTargets(
  yaml: YamlFile,
  path: YamlPath,
  given: Json | undefined,
  rules: { readonly catalogue: Catalogue; readonly others: readonly string[] },
): Loaded<readonly PlacedTarget[]> {
  const read = isJsonArray(given)
    ? given.map((item, index) => readTarget(yaml, [...path, index], item, rules))
    : [readTarget(yaml, path, given, rules)];
  return {
    value: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

function readTarget(
  yaml: YamlFile,
  path: YamlPath,
  given: Json | undefined,
  { catalogue, others }: { readonly catalogue: Catalogue; readonly others: readonly string[] },
): Loaded<PlacedTarget> {
  if (!isJsonObject(given)) return { diagnostics: [] };
  const type = String(given['type']);
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) return { diagnostics: [unknownType(yaml, [...path, 'type'], type, catalogue)] };
  const { key, diagnostics } = readKey(yaml, path, given, { descriptor, catalogue, others: ['type', ...others] });
  if (diagnostics.length > 0) return { diagnostics };
  const fields = authoredKeyFields(descriptor, catalogue);
  const placed = fields.map((field, index) => ({
    path: [...path, field],
    pointer: `/target/key${pointerPart(index)}`,
  }));
  return { value: { target: { type, key }, path, placed }, diagnostics: [] satisfies Diagnostic[] };
}
