import { nearestName, type Action, type Diagnostic, type JsonObject } from '../../../core/index.ts';
import type { Catalogue } from '../../../core/resource/index.ts';
import { problem, suggestion } from '../../files/problem.ts';
import type { YamlFile, YamlPath } from '../../files/yaml-file.ts';
import type { AuthoredAction } from '../../project.ts';
import { actionKinds, actionSchemas, type ActionKind } from '../../schema/action-schema.ts';
import { checkShape } from '../../schema/check-shape.ts';
import type { Loaded } from '../read-yaml.ts';
import { optional, type Entry } from './entry.ts';
import { findSpans } from './find-spans.ts';
import { readForEach } from './read-for-each.ts';
import { readTargets, type PlacedTarget } from './read-target.ts';

/** The actions of a list under `path`; entries that can not be read are reported and left out. */
export function readActions(
  yaml: YamlFile,
  path: YamlPath,
  entries: unknown,
  catalogue: Catalogue,
): { readonly value: readonly AuthoredAction[]; readonly diagnostics: readonly Diagnostic[] } {
  const read = (Array.isArray(entries) ? entries : [])
    .map((entry: unknown, index) => ({ entry, index }))
    .filter(({ entry }) => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    .map(({ entry, index }) => readAction({ yaml, path: [...path, index], value: entry as JsonObject, catalogue }));
  return {
    value: read.flatMap(({ value }) => value ?? []),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** The actions that one entry means: several for a list of targets, and for a `let` with several names. */
function readAction(entry: Entry): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value } = entry;
  const kind = actionKinds.find((name) => Object.hasOwn(value, name));
  if (kind === undefined) return { diagnostics: [unknownKind(yaml, path, Object.keys(value))] };
  switch (kind) {
    case 'ensure':
    case 'create':
    case 'update':
      return readWrite(entry, kind);
    case 'delete':
      return readDelete(entry);
    case 'rename':
      return readRename(entry);
    case 'forEach':
      return readForEach(entry, readActions);
    case 'let':
      return readLet(entry);
    default:
      return kind satisfies never;
  }
}

function readWrite(entry: Entry, kind: 'ensure' | 'create' | 'update'): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value, catalogue } = entry;
  const shape = checkShape(actionSchemas[kind], yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { set, environments, when, from } = shape.data;
  const targets = readTargets(yaml, [...path, kind], value[kind], { catalogue, others: [] });
  return forTargets(entry, targets, ({ target, source, spans }) => ({
    action: { kind, target, ...optional({ set, environments, when }), source, ...optional({ spans }) },
    fromConfig: from === 'config',
  }));
}

function readDelete(entry: Entry): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value, catalogue } = entry;
  const shape = checkShape(actionSchemas.delete, yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { environments, when } = shape.data;
  const targets = readTargets(yaml, [...path, 'delete'], value['delete'], { catalogue, others: [] });
  return forTargets(entry, targets, ({ target, source, spans }) => ({
    action: { kind: 'delete', target, ...optional({ environments, when }), source, ...optional({ spans }) },
  }));
}

function readRename(entry: Entry): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value, catalogue } = entry;
  const shape = checkShape(actionSchemas.rename, yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { environments, when } = shape.data;
  const targets = readTargets(yaml, [...path, 'rename'], value['rename'], { catalogue, others: ['to'] });
  return forTargets(entry, targets, ({ target, source, spans, at }) => ({
    action: {
      kind: 'rename',
      target,
      to: yaml.textAt([...at, 'to']) ?? '',
      ...optional({ environments, when }),
      source,
      ...optional({ spans }),
    },
  }));
}

function readLet({ yaml, path, value }: Entry): Loaded<readonly AuthoredAction[]> {
  const shape = checkShape(actionSchemas.let, yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { environments, when } = shape.data;
  const actions = Object.entries(shape.data.let).map(([name, given]): AuthoredAction => {
    const at = [...path, 'let', name];
    const spans = findSpans(yaml, [
      { path: at, pointer: '/value' },
      { path: [...path, 'when'], pointer: '/when', whole: true },
    ]);
    const source = yaml.locate(at);
    return {
      action: { kind: 'let', name, value: given, ...optional({ environments, when }), source, ...optional({ spans }) },
      fromConfig: false,
      path,
      inner: [],
    };
  });
  return { value: actions, diagnostics: [] };
}

/** One action for each target. Those of a list stand where their target stands. */
function forTargets(
  { yaml, path }: Entry,
  { value = [], diagnostics }: Loaded<readonly PlacedTarget[]>,
  toAction: (placed: Pick<PlacedTarget, 'target'> & Pick<Action, 'source' | 'spans'> & { readonly at: YamlPath }) => {
    readonly action: Action;
    readonly fromConfig?: boolean;
  },
): Loaded<readonly AuthoredAction[]> {
  const actions = value.map(({ target, path: at, placed }): AuthoredAction => {
    const spans = findSpans(yaml, [
      ...placed,
      { path: [...at, 'to'], pointer: '/to' },
      { path: [...path, 'set'], pointer: '/set' },
      { path: [...path, 'when'], pointer: '/when', whole: true },
    ]);
    const isListed = at.length > path.length + 1;
    const { action, fromConfig = false } = toAction({ target, source: yaml.locate(isListed ? at : path), spans, at });
    return { action, fromConfig, path, targetPath: at, inner: [] };
  });
  return { value: actions, diagnostics };
}

function unknownKind(yaml: YamlFile, path: YamlPath, keys: readonly string[]): Diagnostic {
  const place = yaml.locate(path);
  const kinds: readonly ActionKind[] = actionKinds;
  const nearest = keys.map((key) => nearestName(key, kinds)).find((name) => name !== undefined);
  return problem(
    'SB2008',
    place,
    `${place.file}:${place.line}: an action is one of ${kinds.join(', ')}.${suggestion(nearest, [])}`,
  );
}
