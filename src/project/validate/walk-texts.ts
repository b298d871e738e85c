import { isJsonArray, isJsonObject, type Json } from '../../core/index.ts';
import type { YamlPath } from '../files/yaml-file.ts';

/** A text inside a value, and the way to it. */
export interface PlacedText {
  readonly path: YamlPath;
  readonly text: string;
}

/** All texts of a value in order, keys not included. */
export function textsOf(value: Json, path: YamlPath = []): readonly PlacedText[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (isJsonArray(value)) return value.flatMap((item, index) => textsOf(item, [...path, index]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => textsOf(item, [...path, key]));
}
