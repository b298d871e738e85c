import { isJsonObject, type Action } from '../../../core/index.ts';
import type { AuthoredAction } from '../../project.ts';
import { actionSchemas } from '../../schema/action-schema.ts';
import { checkShape } from '../../schema/check-shape.ts';
import { unknownType } from '../load-document.ts';
import type { Loaded } from '../read-yaml.ts';
import { optional, type Entry } from './entry.ts';
import { findSpans } from './find-spans.ts';
import type { readActions } from './read-action.ts';

type ReadActions = typeof readActions;

/** The iterator that an entry means, over objects (`type:`) or over values (`in:`), with the actions inside it. */
export function readForEach(entry: Entry, readInner: ReadActions): Loaded<readonly AuthoredAction[]> {
  const over = entry.value['forEach'];
  return isJsonObject(over) && Object.hasOwn(over, 'in')
    ? readOverValues(entry, readInner)
    : readOverObjects(entry, readInner);
}

function readOverObjects(entry: Entry, readInner: ReadActions): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value, catalogue } = entry;
  const shape = checkShape(actionSchemas.forEach, yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { forEach, where, expect, set, rename, environments, when } = shape.data;
  if (catalogue.find(forEach.type) === undefined)
    return { diagnostics: [unknownType(yaml, [...path, 'forEach', 'type'], forEach.type, catalogue)] };
  const inner = readInner(yaml, [...path, 'do'], value['do'], catalogue);
  const action: Action = {
    kind: 'forEach',
    ...forEach,
    ...optional({ where, expect, set, environments, when }),
    ...optional({ rename: typeof rename === 'string' ? rename : rename?.to, delete: shape.data.delete }),
    ...optional({ do: shape.data.do === undefined ? undefined : inner.value.map(({ action: each }) => each) }),
    ...placeOf(entry, typeof rename === 'string' ? [] : ['to']),
  };
  return { value: [{ action, fromConfig: false, path, inner: inner.value }], diagnostics: inner.diagnostics };
}

function readOverValues(entry: Entry, readInner: ReadActions): Loaded<readonly AuthoredAction[]> {
  const { yaml, path, value, catalogue } = entry;
  const shape = checkShape(actionSchemas.forEachValue, yaml, value, path);
  if ('diagnostics' in shape) return shape;
  const { forEach, where, expect, environments, when } = shape.data;
  const inner = readInner(yaml, [...path, 'do'], value['do'], catalogue);
  const action: Action = {
    kind: 'forEachValue',
    ...forEach,
    ...optional({ where, expect, environments, when }),
    do: inner.value.map(({ action: each }) => each),
    ...placeOf(entry, []),
  };
  return { value: [{ action, fromConfig: false, path, inner: inner.value }], diagnostics: inner.diagnostics };
}

function placeOf({ yaml, path }: Entry, belowRename: readonly string[]): Pick<Action, 'source' | 'spans'> {
  const spans = findSpans(yaml, [
    { path: [...path, 'when'], pointer: '/when', whole: true },
    { path: [...path, 'where'], pointer: '/where', whole: true },
    { path: [...path, 'expect'], pointer: '/expect' },
    { path: [...path, 'set'], pointer: '/set' },
    { path: [...path, 'rename', ...belowRename], pointer: '/rename' },
    { path: [...path, 'forEach', 'in'], pointer: '/in' },
  ]);
  return { source: yaml.locate(path), ...optional({ spans }) };
}
