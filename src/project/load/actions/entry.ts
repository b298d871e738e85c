import type { JsonObject } from '../../../core/index.ts';
import type { Catalogue } from '../../../core/resource/index.ts';
import type { YamlFile, YamlPath } from '../../files/yaml-file.ts';

/** One entry of a list of actions, as YAML gave it. */
export interface Entry {
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  readonly value: JsonObject;
  readonly catalogue: Catalogue;
}

/** The fields that have a value. */
export function optional<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
