import { catalogue } from '../../src/catalog/index.ts';
import type { DescribedField, FieldShapes } from '../../src/core/resource/index.ts';

interface Property {
  readonly type: string;
  readonly enum?: readonly string[];
}

type Models = Readonly<Record<string, Readonly<Record<string, Property>>>>;

/**
 * The text of `shapes.json`: the fields that documents of each type may have, as the description of the public API types
 * them, and the models that they reach. A line for each type and model.
 */
export function fieldShapesText(description: { readonly types: string; readonly models: string }): string {
  const described = JSON.parse(description.types) as Readonly<Record<string, { readonly model: string | null }>>;
  const models = JSON.parse(description.models) as Models;
  const types = Object.fromEntries(
    catalogue.types.flatMap((type) => {
      const model = models[described[type]?.model ?? ''];
      return model === undefined ? [] : [[type, fieldsOf(type, model)] as const];
    }),
  );
  const reached = reachedModels(Object.values(types), models);
  return textOf({ types, models: reached });
}

function fieldsOf(type: string, model: Models[string]): Readonly<Record<string, DescribedField>> {
  const descriptor = catalogue.find(type);
  const free = new Set(descriptor?.freeForm ?? []);
  const fields = descriptor?.fields.filter((field) => !free.has(field) && field !== descriptor.content?.field) ?? [];
  return Object.fromEntries(
    fields.flatMap((field) => {
      const property = model[field];
      return property === undefined ? [] : [[field, toField(property)] as const];
    }),
  );
}

function reachedModels(
  roots: readonly Readonly<Record<string, DescribedField>>[],
  models: Models,
): FieldShapes['models'] {
  const open = roots.flatMap((fields) => Object.values(fields).flatMap(namesIn));
  const found = new Set<string>();
  for (const name of open) {
    const model = models[name];
    if (model === undefined || found.has(name)) continue;
    found.add(name);
    open.push(...Object.values(model).flatMap(namesIn));
  }
  return Object.fromEntries(
    [...found]
      .toSorted()
      .map((name) => [
        name,
        Object.fromEntries(Object.entries(models[name] ?? {}).map(([key, property]) => [key, toField(property)])),
      ]),
  );
}

function namesIn(field: DescribedField | Property): readonly string[] {
  return (typeof field === 'string' ? field : field.type).match(/\b[A-Z]\w*/gu) ?? [];
}

function toField({ type, enum: known }: Property): DescribedField {
  return known === undefined ? type : { type, enum: known };
}

function textOf({ types, models }: FieldShapes): string {
  const lines = (entries: Readonly<Record<string, unknown>>): string =>
    Object.entries(entries)
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "types": {\n${lines(types)}\n  },\n  "models": {\n${lines(models)}\n  }\n}\n`;
}
