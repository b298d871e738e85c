import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../../../core/index.ts';
import { isSingle, type Catalogue, type ResourceDescriptor } from '../../../core/resource/index.ts';
import { authoredKeyFields } from '../../load/resource-key.ts';
import { fieldsRef, typesFile } from './type-schemas.ts';

const writing = ['ensure', 'create', 'update'] as const;

/** The schema of documents, telling the key fields and the fields under `spec` by the type. */
export function withDocumentTypes(schema: JsonObject, catalogue: Catalogue): JsonObject {
  const rules = descriptorsOf(catalogue).map((descriptor) => ({
    if: { properties: { type: { const: descriptor.type } }, required: ['type'] },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: {
      ...keySchema(descriptor, catalogue),
      properties: { ...keyProperties(descriptor, catalogue), spec: fieldsRef(descriptor.type) },
    },
  }));
  return { ...withTypeNames(schema), allOf: rules };
}

/**
 * The schema of changesets: types of targets and iterators by name, key fields of targets, fields under `set`, and actions
 * inside iterators.
 */
export function withActionTypes(schema: JsonObject, catalogue: Catalogue): JsonObject {
  const found = findActions(schema);
  if (found === undefined) throw new TypeError('the schema of changesets has no actions');
  const { anyOf } = found.items;
  const kinds = isJsonArray(anyOf) ? anyOf : [];
  const action: JsonObject = {
    type: 'object',
    properties: Object.assign({}, ...kinds.map(propertiesOf)) as JsonObject,
    additionalProperties: false,
    anyOf: kinds.map((kind) => ({ required: requiredOf(kind) })),
    allOf: descriptorsOf(catalogue).map(({ type }) => ({
      if: { anyOf: [...writing, 'forEach'].map((name) => ({ ...named(name, type) })) },
      // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
      then: { properties: { set: fieldsRef(type) } },
    })),
  };
  const definitions = { ...(schema['$defs'] as JsonObject | undefined), action, target: targetSchema(catalogue) };
  return { ...found.replaceItems({ $ref: '#/$defs/action' }), $defs: withTypeNamesIn(definitions) };
}

function named(name: string, type: string): JsonObject {
  const one = { properties: { type: { const: type } }, required: ['type'], type: 'object' };
  const many = { type: 'array', items: one };
  return { properties: { [name]: name === 'forEach' ? one : { anyOf: [one, many] } }, required: [name] };
}

function propertiesOf(kind: Json): JsonObject {
  const properties = { ...((kind as JsonObject)['properties'] as Record<string, Json>) };
  for (const name of [...writing, 'delete', 'rename'])
    if (isJsonObject(properties[name]) && Object.hasOwn(properties[name], 'anyOf')) properties[name] = targets;
  if (isJsonObject(properties['do'])) properties['do'] = { ...properties['do'], items: { $ref: '#/$defs/action' } };
  const given = properties['forEach'];
  if (isJsonObject(given)) properties['forEach'] = iterated;
  if (isJsonObject(properties['delete']) && properties['delete']['const'] === true)
    properties['delete'] = { anyOf: [{ const: true }, targets] };
  if (isJsonObject(kind) && isJsonObject(given))
    properties['rename'] = { anyOf: [{ type: 'string' }, newName, targets] };
  return properties;
}

const targets: JsonObject = {
  anyOf: [{ $ref: '#/$defs/target' }, { type: 'array', minItems: 1, items: { $ref: '#/$defs/target' } }],
};

const newName: JsonObject = {
  type: 'object',
  properties: { to: { type: 'string' } },
  required: ['to'],
  additionalProperties: false,
};

const iterated: JsonObject = {
  type: 'object',
  properties: {
    type: { type: 'string', description: 'every object of this type that matches' },
    in: { description: 'a list of values, or ${…} that gives one', type: ['array', 'string'] },
    as: { type: 'string', description: 'the variable that holds each of them' },
  },
  additionalProperties: false,
};

function requiredOf(kind: Json): readonly Json[] {
  const required = (kind as JsonObject)['required'];
  return isJsonArray(required) ? required : [];
}

function targetSchema(catalogue: Catalogue): JsonObject {
  return {
    type: 'object',
    properties: { type: { type: 'string' }, to: { type: 'string', description: 'with rename: the new name' } },
    required: ['type'],
    allOf: descriptorsOf(catalogue).map((descriptor) => ({
      if: { properties: { type: { const: descriptor.type } }, required: ['type'] },
      // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
      then: { ...keySchema(descriptor, catalogue), properties: keyProperties(descriptor, catalogue) },
    })),
  };
}

function keySchema(descriptor: ResourceDescriptor, catalogue: Catalogue): JsonObject {
  return isSingle(descriptor) ? {} : { required: authoredKeyFields(descriptor, catalogue) };
}

function keyProperties(descriptor: ResourceDescriptor, catalogue: Catalogue): JsonObject {
  const fields = isSingle(descriptor) ? ['name'] : authoredKeyFields(descriptor, catalogue);
  return Object.fromEntries(fields.map((field) => [field, { type: ['string', 'number', 'boolean'] }]));
}

function descriptorsOf(catalogue: Catalogue): readonly ResourceDescriptor[] {
  return catalogue.types.flatMap((type) => catalogue.find(type) ?? []);
}

/** `type` names a type of the catalogue. */
function withTypeNames(schema: JsonObject): JsonObject {
  const properties = schema['properties'];
  if (!isJsonObject(properties)) return schema;
  return { ...schema, properties: { ...properties, type: { $ref: `${typesFile}#/$defs/type` } } };
}

function withTypeNamesIn({ target, action, ...others }: JsonObject): JsonObject {
  const own = action as JsonObject;
  const properties = own['properties'] as JsonObject;
  return {
    ...others,
    target: withTypeNames(target as JsonObject),
    action: { ...own, properties: { ...properties, forEach: withTypeNames(properties['forEach'] as JsonObject) } },
  };
}

interface Actions {
  readonly items: JsonObject;
  readonly replaceItems: (items: JsonObject) => JsonObject;
}

/** The list of actions under `spec`, wherever that is. */
function findActions(schema: JsonObject): Actions | undefined {
  const properties = schema['properties'];
  const spec = isJsonObject(properties) ? properties['spec'] : undefined;
  const inner = isJsonObject(spec) ? spec['properties'] : undefined;
  const actions = isJsonObject(inner) ? inner['actions'] : undefined;
  const items = isJsonObject(actions) ? actions['items'] : undefined;
  if (!isJsonObject(properties) || !isJsonObject(spec) || !isJsonObject(inner) || !isJsonObject(actions))
    return undefined;
  if (!isJsonObject(items)) return undefined;
  return {
    items,
    replaceItems: (replaced) => ({
      ...schema,
      properties: {
        ...properties,
        spec: { ...spec, properties: { ...inner, actions: { ...actions, items: replaced } } },
      },
    }),
  };
}
