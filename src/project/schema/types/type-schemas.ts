import type { Json, JsonObject } from '../../../core/index.ts';
import {
  fieldShape,
  isSingle,
  type Catalogue,
  type DescribedField,
  type FieldShape,
  type FieldShapes,
  type ResourceDescriptor,
} from '../../../core/resource/index.ts';

/** File that holds what the other schemas say of types. */
export const typesFile = 'types.json';

/** `types.json`: for every type its name, the fields of its documents, and the models of the public API they are made of. */
export function typesSchema(catalogue: Catalogue, shapes: FieldShapes): JsonObject {
  const descriptors = catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Resource types of Signalbox and their fields',
    $defs: {
      type: { enum: catalogue.types },
      computed: { type: 'string', pattern: '\\$\\{', description: 'computed when the change is planned: ${…}' },
      reference: referenceSchema(undefined),
      listChange: {
        type: 'object',
        properties: {
          $include: { description: 'add these items; in keyed lists they are laid over those with the same key' },
          $exclude: { description: 'take these items out; in keyed lists their keys are enough' },
          $replace: { description: 'replace what is there as a whole' },
        },
        additionalProperties: false,
        minProperties: 1,
      },
      secret: {
        type: 'object',
        properties: { $secret: { type: 'string' }, version: { type: 'string' } },
        required: ['$secret'],
        additionalProperties: false,
        description: 'where the secret is kept; it is read when it is deployed',
      },
      ...Object.fromEntries(
        descriptors.map((descriptor) => [`fields.${descriptor.type}`, fieldsSchema(descriptor, shapes)]),
      ),
      ...Object.fromEntries(
        Object.entries(shapes.models).map(([name, model]) => [`model.${name}`, modelSchema(model)]),
      ),
    },
  };
}

/** Where another schema file finds the fields of a type. */
export function fieldsRef(type: string): JsonObject {
  return { $ref: `${typesFile}#/$defs/fields.${type}` };
}

function fieldsSchema(descriptor: ResourceDescriptor, shapes: FieldShapes): JsonObject {
  const known = shapes.types[descriptor.type] ?? {};
  const properties = Object.fromEntries(
    descriptor.fields.map((field): [string, Json] => [field, fieldSchema(descriptor, field, known[field])]),
  );
  const single = isSingle(descriptor) ? ` There is one in an organisation.` : '';
  return {
    type: 'object',
    description: `Fields of a ${descriptor.noun}.${single}`,
    properties,
    additionalProperties: false,
  };
}

function fieldSchema(descriptor: ResourceDescriptor, field: string, described: DescribedField | undefined): Json {
  const notes = [
    ...(descriptor.required.includes(field) ? ['A new one must have it.'] : []),
    ...(descriptor.createOnly.includes(field) ? ['Can only be given when it is made.'] : []),
  ];
  const description = notes.length === 0 ? {} : { description: notes.join(' ') };
  if (descriptor.content?.field === field) return { ...contentSchema, ...description };
  if (descriptor.secret.some((pattern) => pattern === field))
    return { anyOf: [local('secret'), local('computed'), { type: 'null' }], ...description };
  const to = (path: string): string | undefined => {
    const rule = descriptor.references.find((candidate) => candidate.path === path);
    return rule === undefined ? undefined : typeof rule.type === 'string' ? rule.type : '';
  };
  const [one, many] = [to(field), to(`${field}[]`)];
  if (one !== undefined) return { anyOf: [referenceSchema(one), local('computed'), { type: 'null' }], ...description };
  if (many !== undefined) {
    const items = { anyOf: [referenceSchema(many), local('computed')] };
    return {
      anyOf: [{ type: 'array', items }, local('listChange'), local('computed'), { type: 'null' }],
      ...description,
    };
  }
  return described === undefined ? description : { ...valueSchema(fieldShape(described)), ...description };
}

const contentSchema: JsonObject = {
  type: 'object',
  properties: {
    file: { type: 'string', description: 'text file of the project, from its root: flows/main.yaml' },
    substitutions: { type: 'object', description: 'values for {{names}} in the text' },
  },
  required: ['file'],
  additionalProperties: false,
};

function modelSchema(model: FieldShapes['models'][string]): JsonObject {
  const properties = Object.fromEntries(
    Object.entries(model).map(([name, field]): [string, Json] => [name, valueSchema(fieldShape(field))]),
  );
  // Left open: references and what the description lacks.
  return { type: 'object', properties };
}

function valueSchema(shape: FieldShape): JsonObject {
  switch (shape.kind) {
    case 'any':
      return {};
    case 'number':
    case 'boolean':
      return { anyOf: [{ type: shape.kind }, local('computed'), { type: 'null' }] };
    case 'text':
      if (shape.known === undefined) return { type: ['string', 'object', 'array', 'null'] };
      return { anyOf: [{ enum: shape.known }, local('computed'), { type: 'null' }] };
    case 'list':
      return {
        anyOf: [
          { type: 'array', items: valueSchema(shape.of) },
          local('listChange'),
          local('computed'),
          { type: 'null' },
        ],
      };
    case 'map':
      return {
        anyOf: [
          { type: 'object', additionalProperties: valueSchema(shape.of) },
          // A list of pairs where the platform has names that are ids.
          { type: 'array' },
          local('computed'),
          { type: 'null' },
        ],
      };
    case 'object':
      return { anyOf: [local(`model.${shape.model}`), local('computed'), { type: 'null' }] };
    default:
      return shape satisfies never;
  }
}

function referenceSchema(type: string | undefined): JsonObject {
  const example = type === undefined || type === '' ? 'type/name' : `${type}/name`;
  return {
    type: 'object',
    properties: { $ref: { type: 'string', description: `another object: ${example}` } },
  };
}

function local(name: string): JsonObject {
  return { $ref: `#/$defs/${name}` };
}
