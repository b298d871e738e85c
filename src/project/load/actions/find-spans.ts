import {
  isJsonArray,
  isJsonObject,
  pointerPart,
  type Json,
  type TextSpan,
  type TextSpans,
} from '../../../core/index.ts';
import type { YamlFile, YamlPath } from '../../files/yaml-file.ts';

/** A value of a file, and the JSON pointer under which what it became knows it. `whole`: it is an expression itself. */
export interface PlacedValue {
  readonly path: YamlPath;
  readonly pointer: string;
  readonly whole?: boolean;
}

/** Where the texts with expressions in the values stand; undefined without any. */
export function findSpans(yaml: YamlFile, values: readonly PlacedValue[]): TextSpans | undefined {
  const found: Record<string, TextSpan> = {};
  for (const { path, pointer, whole = false } of values) collect(yaml, { path, pointer, whole }, found);
  return Object.keys(found).length === 0 ? undefined : found;
}

function collect(
  yaml: YamlFile,
  { path, pointer, whole }: Required<PlacedValue>,
  found: Record<string, TextSpan>,
  value: Json | undefined = yaml.valueAt(path),
): void {
  if (typeof value === 'string') {
    const turns = whole || value.includes('${') ? yaml.turnsAt(path) : undefined;
    if (turns !== undefined) found[pointer] = { turns };
  } else if (isJsonArray(value)) {
    value.forEach((item, index) =>
      collect(yaml, { path: [...path, index], pointer: pointer + pointerPart(index), whole: false }, found, item),
    );
  } else if (isJsonObject(value)) {
    for (const [name, item] of Object.entries(value))
      collect(yaml, { path: [...path, name], pointer: pointer + pointerPart(name), whole: false }, found, item);
  }
}
