import { nearestName, type Action, type Diagnostic, type JsonObject, type Target } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import { problem, suggestion } from '../files/problem.ts';
import type { YamlFile, YamlPath } from '../files/yaml-file.ts';
import type { AuthoredAction } from '../project.ts';
import { actionSchemas, type ActionKind } from '../schema/changeset-schema.ts';
import { checkShape } from '../schema/check-shape.ts';
import { unknownType } from './load-document.ts';
import type { Loaded } from './read-yaml.ts';
import { readKey } from './resource-key.ts';

/** The actions that one entry under `actions:` means; `let` with several names means several. */
export function readAction(
  yaml: YamlFile,
  path: YamlPath,
  value: JsonObject,
  catalogue: Catalogue,
): Loaded<readonly AuthoredAction[]> {
  const kinds = Object.keys(actionSchemas) as ActionKind[];
  const kind = kinds.find((name) => Object.hasOwn(value, name));
  if (kind === undefined) return { diagnostics: [unknownKind(yaml, path, Object.keys(value), kinds)] };
  const read: Loaded<readonly Action[]> = readers[kind]({ yaml, path, value, catalogue });
  const fromConfig = kind === 'ensure' && value['from'] === 'config';
  return { value: read.value?.map((action) => ({ action, fromConfig, path })), diagnostics: read.diagnostics };
}

interface Entry {
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  readonly value: JsonObject;
  readonly catalogue: Catalogue;
}

const readers: Readonly<Record<ActionKind, (entry: Entry) => Loaded<readonly Action[]>>> = {
  ensure: (entry) => {
    const shape = checkShape(actionSchemas.ensure, entry.yaml, entry.value, entry.path);
    if ('diagnostics' in shape) return shape;
    const { set, environments } = shape.data;
    const target = readTarget(entry, 'ensure', shape.data.ensure, []);
    return withTarget(target, (found) => ({
      kind: 'ensure',
      target: found,
      ...optional({ set, environments }),
      source: entry.yaml.locate(entry.path),
    }));
  },
  delete: (entry) => {
    const shape = checkShape(actionSchemas.delete, entry.yaml, entry.value, entry.path);
    if ('diagnostics' in shape) return shape;
    const target = readTarget(entry, 'delete', shape.data.delete, []);
    const { environments } = shape.data;
    return withTarget(target, (found) => ({
      kind: 'delete',
      target: found,
      ...optional({ environments }),
      source: entry.yaml.locate(entry.path),
    }));
  },
  rename: (entry) => {
    const shape = checkShape(actionSchemas.rename, entry.yaml, entry.value, entry.path);
    if ('diagnostics' in shape) return shape;
    const { rename, environments } = shape.data;
    const target = readTarget(entry, 'rename', rename, ['to']);
    return withTarget(target, (found) => ({
      kind: 'rename',
      target: found,
      to: rename.to,
      ...optional({ environments }),
      source: entry.yaml.locate(entry.path),
    }));
  },
  forEach: ({ yaml, path, value, catalogue }) => {
    const shape = checkShape(actionSchemas.forEach, yaml, value, path);
    if ('diagnostics' in shape) return shape;
    const { forEach, where, expect, set, environments } = shape.data;
    if (catalogue.find(forEach.type) === undefined)
      return { diagnostics: [unknownType(yaml, [...path, 'forEach', 'type'], forEach.type, catalogue)] };
    const action: Action = {
      kind: 'forEach',
      type: forEach.type,
      as: forEach.as,
      set,
      ...optional({ where, expect, environments }),
      source: yaml.locate(path),
    };
    return {
      value: [action],
      diagnostics: checkSetFields(yaml, [...path, 'set'], set, { type: forEach.type, catalogue }),
    };
  },
  let: ({ yaml, path, value }) => {
    const shape = checkShape(actionSchemas.let, yaml, value, path);
    if ('diagnostics' in shape) return shape;
    const { environments } = shape.data;
    const actions = Object.entries(shape.data.let).map(([name, given]): Action => ({
      kind: 'let',
      name,
      value: given,
      ...optional({ environments }),
      source: yaml.locate([...path, 'let', name]),
    }));
    return { value: actions, diagnostics: [] };
  },
};

function readTarget(
  { yaml, path, value, catalogue }: Entry,
  name: ActionKind,
  given: JsonObject & { readonly type: string },
  others: readonly string[],
): Loaded<Target> {
  const at = [...path, name];
  const descriptor = catalogue.find(given.type);
  if (descriptor === undefined) return { diagnostics: [unknownType(yaml, [...at, 'type'], given.type, catalogue)] };
  const { key, diagnostics } = readKey(yaml, at, given, { descriptor, catalogue, others: ['type', ...others] });
  const set = value['set'];
  const fields =
    typeof set === 'object' && set !== null
      ? checkSetFields(yaml, [...path, 'set'], set as JsonObject, { type: given.type, catalogue })
      : [];
  return {
    value: diagnostics.length > 0 ? undefined : { type: given.type, key },
    diagnostics: [...diagnostics, ...fields],
  };
}

function withTarget(
  { value, diagnostics }: Loaded<Target>,
  toAction: (target: Target) => Action,
): Loaded<readonly Action[]> {
  return { value: value === undefined ? undefined : [toAction(value)], diagnostics };
}

function checkSetFields(
  yaml: YamlFile,
  path: YamlPath,
  set: JsonObject,
  of: { readonly type: string; readonly catalogue: Catalogue },
): readonly Diagnostic[] {
  const fields = of.catalogue.find(of.type)?.fields ?? [];
  return Object.keys(set)
    .filter((name) => !fields.includes(name))
    .map((name) => {
      const place = yaml.locateKey([...path, name]);
      return problem(
        'SB2014',
        place,
        `${place.file}:${place.line}: "${name}" is not a field of ${of.type}.${suggestion(nearestName(name, fields), fields)}`,
      );
    });
}

function unknownKind(yaml: YamlFile, path: YamlPath, keys: readonly string[], kinds: readonly string[]): Diagnostic {
  const place = yaml.locate(path);
  const nearest = keys.map((key) => nearestName(key, kinds)).find((name) => name !== undefined);
  return problem(
    'SB2008',
    place,
    `${place.file}:${place.line}: an action is one of ${kinds.join(', ')}.${suggestion(nearest, [])}`,
  );
}

/** The fields that have a value. */
function optional<Fields extends Record<string, unknown>>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
