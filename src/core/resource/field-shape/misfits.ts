import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../json/json.ts';
import { nearestName } from '../../text/nearest-name.ts';
import { isLeaf } from '../reference.ts';
import { fieldShape, type FieldShape, type FieldShapes } from './field-shapes.ts';

/** A value that does not look like what the field holds, as far as the public API's description says. */
export interface Misfit {
  /** The way to it: names and list positions. */
  readonly path: readonly (string | number)[];
  readonly kind: 'unknown-name' | 'wrong-kind' | 'unknown-value';
  /** The name or value as written, and the known one that is nearest. */
  readonly given: string;
  readonly nearest?: string | undefined;
  /** What the field holds. */
  readonly wanted: string;
}

/** What does not fit in the values of a document of the type. Computed texts, references and operators fit everywhere. */
export function misfitsIn(shapes: FieldShapes, type: string, values: JsonObject): readonly Misfit[] {
  const fields = shapes.types[type] ?? {};
  return Object.entries(values).flatMap(([name, value]) => {
    const field = fields[name];
    return field === undefined ? [] : misfits(shapes, fieldShape(field), value, [name]);
  });
}

function misfits(shapes: FieldShapes, shape: FieldShape, value: Json, path: Misfit['path']): readonly Misfit[] {
  if (value === null || (isJsonObject(value) && isLeaf(value))) return [];
  if (typeof value === 'string' && value.includes('${')) return [];
  if (isJsonObject(value) && Object.keys(value).some((name) => name.startsWith('$')))
    return Object.entries(value).flatMap(([name, inner]) => misfits(shapes, shape, inner, [...path, name]));
  switch (shape.kind) {
    case 'any':
      return [];
    case 'list':
      if (!isJsonArray(value)) return isJsonObject(value) ? [] : [wrongKind(path, value, 'a list')];
      return value.flatMap((item, index) => misfits(shapes, shape.of, item, [...path, index]));
    case 'map':
      // Documents may have a list of pairs where the platform has names that are ids.
      if (isJsonArray(value)) return [];
      if (!isJsonObject(value)) return [wrongKind(path, value, 'an object')];
      return Object.entries(value).flatMap(([name, inner]) => misfits(shapes, shape.of, inner, [...path, name]));
    case 'object':
      return inObject(shapes, shape.model, value, path);
    case 'text':
      return inText(shape.known, value, path);
    case 'number':
    case 'boolean':
      return typeof value === shape.kind || typeof value === 'object'
        ? []
        : [wrongKind(path, value, `a ${shape.kind}`)];
    default:
      return shape satisfies never;
  }
}

function inObject(shapes: FieldShapes, model: string, value: Json, path: Misfit['path']): readonly Misfit[] {
  const known = shapes.models[model];
  if (known === undefined) return [];
  if (!isJsonObject(value)) return isJsonArray(value) ? [] : [wrongKind(path, value, 'an object')];
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = known[name];
    if (field !== undefined) return misfits(shapes, fieldShape(field), inner, [...path, name]);
    const names = Object.keys(known);
    const nearest = nearestName(name, names);
    return [{ path: [...path, name], kind: 'unknown-name' as const, given: name, nearest, wanted: names.join(', ') }];
  });
}

function inText(known: readonly string[] | undefined, value: Json, path: Misfit['path']): readonly Misfit[] {
  if (typeof value === 'object') return [];
  if (typeof value !== 'string') return [wrongKind(path, value, 'a text; put it in quotes')];
  if (known === undefined || known.includes(value)) return [];
  const nearest = nearestName(value, known) ?? known.find((text) => text.toLowerCase() === value.toLowerCase());
  return [{ path, kind: 'unknown-value', given: value, nearest, wanted: known.join(', ') }];
}

function wrongKind(path: Misfit['path'], value: Json, wanted: string): Misfit {
  return { path, kind: 'wrong-kind', given: JSON.stringify(value), wanted };
}
