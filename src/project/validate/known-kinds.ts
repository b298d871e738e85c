import { isJsonArray, isJsonObject, type Json } from '../../core/index.ts';
import type { KindOfChain, ValueKind } from '../../core/expression/index.ts';
import { fieldShape, type DescribedField, type FieldShapes } from '../../core/resource/index.ts';
import type { InputDeclaration, LoadedProject } from '../project.ts';

/** The kinds of what expressions of a project can name: values of environments, where all that give one agree. */
export function environmentKinds({ environments }: Pick<LoadedProject, 'environments'>): KindOfChain {
  return ([root, part, name, ...below]) => {
    if (root === 'now' && part === undefined) return 'text';
    if (root !== 'env') return 'any';
    if ((part === 'name' || part === 'organisationId') && name === undefined) return 'text';
    if (part !== 'values' || name === undefined || below.length > 0) return 'any';
    const given = environments.flatMap(({ rules }) => rules.values[name] ?? []);
    const [first = 'any', ...others] = given.map(kindOfValue);
    return others.every((kind) => kind === first) ? first : 'any';
  };
}

/** The kinds with those of declared inputs. */
export function withInputs(inputs: Readonly<Record<string, InputDeclaration>>, outer: KindOfChain): KindOfChain {
  return (chain) => {
    const [root, name = '', ...below] = chain;
    if (root !== 'inputs') return outer(chain);
    const type = Object.hasOwn(inputs, name) ? inputs[name]?.type : undefined;
    if (type === undefined || below.length > 0) return 'any';
    return type === 'string' ? 'text' : type === 'secret' ? 'object' : type;
  };
}

/**
 * The kinds with those of an iterator's variable: numbers and truths of its type's fields, as the public API's description
 * types them. Texts may be references, so nothing is said of them.
 */
export function withObject(
  variable: { readonly name: string; readonly type?: string | undefined; readonly shapes?: FieldShapes | undefined },
  outer: KindOfChain,
): KindOfChain {
  return (chain) => {
    const [root, ...path] = chain;
    if (root !== variable.name) return outer(chain);
    const fields = variable.type === undefined ? undefined : variable.shapes?.types[variable.type];
    return fields === undefined || variable.shapes === undefined ? 'any' : kindAt(variable.shapes, fields, path);
  };
}

function kindAt(
  shapes: FieldShapes,
  fields: Readonly<Record<string, DescribedField>>,
  [name = '', ...below]: readonly string[],
): ValueKind {
  const field = fields[name];
  if (field === undefined) return 'any';
  const shape = fieldShape(field);
  if (shape.kind === 'object')
    return below.length === 0 ? 'any' : kindAt(shapes, shapes.models[shape.model] ?? {}, below);
  return below.length === 0 && (shape.kind === 'number' || shape.kind === 'boolean') ? shape.kind : 'any';
}

function kindOfValue(value: Json): ValueKind {
  if (value === null) return 'any';
  if (isJsonArray(value)) return 'list';
  if (isJsonObject(value)) return 'object';
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'boolean';
}
