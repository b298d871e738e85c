import { isObject, type JsonObject } from '../kernel/values.ts';
import { findModel } from './description.ts';

const pictured = new Map<string, ReadonlySet<string>>();

/** The names of a model's properties; undefined for a name that is no model. */
export function propertyNames(modelName: string): ReadonlySet<string> | undefined {
  const known = pictured.get(modelName);
  if (known) return known;
  const model = findModel(modelName);
  if (!model) return undefined;
  const names = new Set(Object.keys(model));
  pictured.set(modelName, names);
  return names;
}

/** The object without top-level properties that its model does not have; as it is when there is no such model. */
export function keepKnown(object: JsonObject, modelName: string | undefined): JsonObject {
  const names = modelName === undefined ? undefined : propertyNames(modelName);
  if (!names) return object;
  return Object.fromEntries(Object.entries(object).filter(([name]) => names.has(name)));
}

/** A value of that type without properties, however deep, that the type's models do not have. */
export function prunedTo(value: unknown, type: string): unknown {
  const list = /^Array<(.+)>$/u.exec(type)?.[1];
  if (list !== undefined) return Array.isArray(value) ? value.map((item) => prunedTo(item, list)) : value;
  if (!isObject(value)) return value;
  const map = /^\{ \[key: string\]: (.+); \}$/u.exec(type)?.[1];
  if (map !== undefined)
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, prunedTo(item, map)]));
  const model = findModel(type);
  if (!model) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const property = model[name];
      return property === undefined ? [] : [[name, prunedTo(inner, property.type)]];
    }),
  );
}

/** The type at a path such as `rules[].queue.id` below a model; undefined where the models do not have it. */
export function typeAt(modelName: string, path: string): string | undefined {
  let type: string | undefined = modelName;
  for (const step of path.replaceAll('[]', '.[]').split('.').filter(Boolean)) {
    if (type === undefined) return undefined;
    type = innerType(type, step);
  }
  return type;
}

function innerType(type: string, step: string): string | undefined {
  if (step === '[]') return /^Array<(.+)>$/u.exec(type)?.[1];
  const map = /^\{ \[key: string\]: (.+); \}$/u.exec(type)?.[1];
  if (map !== undefined) return map;
  return findModel(type)?.[step]?.type;
}
