import type { Declarations } from './read-declarations.ts';
import type { Facts, TypeFact } from './facts.ts';
import type { SdkOperation } from './read-operations.ts';

/** An operation as the simulator has to serve it. */
export interface OperationDescription {
  readonly method: string;
  readonly path: string;
  readonly query?: readonly string[];
  readonly permissions?: unknown;
  /** Model of the body. */
  readonly body?: string;
  /** Model of the answer; absent when nothing is answered. */
  readonly answer?: string;
}

/** Property of a model. */
export interface PropertyDescription {
  readonly type: string;
  readonly required?: true;
  readonly readOnly?: true;
  readonly enum?: readonly string[];
}

/** What the simulator knows of the public API without having written it. */
export interface ApiDescription {
  readonly types: Readonly<Record<string, TypeFact>>;
  readonly operations: Readonly<Record<string, OperationDescription>>;
  readonly models: Readonly<Record<string, Readonly<Record<string, PropertyDescription>>>>;
}

/** What an SDK package says, read. */
export interface Sdk {
  readonly operations: readonly SdkOperation[];
  readonly declarations: Declarations;
}

/**
 * The operations of the configuration types and every model that they reach, from the SDK, with what the facts add:
 * permissions, read-only properties, values of enums. An Error for a fact about something that the SDK does not have.
 */
export function describeApi(sdk: Sdk, facts: Facts): ApiDescription {
  const wanted = [...new Set([...Object.values(facts.types).flatMap(operationsOf), ...facts.further])].toSorted();
  const known = new Map(sdk.operations.map((operation) => [operation.id, operation]));
  const operations = wanted.map((id) => {
    const operation = known.get(id);
    if (!operation) throw new Error(`the SDK has no operation ${id}`);
    return [id, describeOperation(operation, sdk.declarations, facts)] as const;
  });
  const roots = operations.flatMap(([, { body, answer }]) => [body, answer].filter((type) => type !== undefined));
  const models = reachable(
    [...roots, ...Object.values(facts.types).flatMap(({ model }) => model ?? []), ...facts.furtherModels],
    sdk.declarations,
  );
  return {
    types: facts.types,
    operations: Object.fromEntries(operations),
    models: Object.fromEntries(models.map((name) => [name, describeModel(name, sdk.declarations, facts)])),
  };
}

/** The ids of all operations that a type has. */
function operationsOf(type: TypeFact): readonly string[] {
  const own = [type.list?.operation, type.get, type.create, type.update, type.delete];
  return [...own.filter((id) => id !== undefined), ...(type.children ?? []), ...(type.related ?? [])];
}

function describeOperation(
  { id, method, path, query, bodyArgument }: SdkOperation,
  { methods }: Declarations,
  facts: Facts,
): OperationDescription {
  const declared = methods.get(id);
  const body = bodyArgument === undefined ? undefined : declared?.parameters.get(bodyArgument);
  const answer = declared?.answer;
  const permissions = facts.permissions[id];
  return {
    method,
    path,
    ...(query.length > 0 ? { query } : {}),
    ...(permissions === undefined ? {} : { permissions }),
    ...(body === undefined ? {} : { body }),
    ...(answer === undefined || answer === 'void' ? {} : { answer }),
  };
}

function describeModel(
  name: string,
  { models }: Declarations,
  facts: Facts,
): Readonly<Record<string, PropertyDescription>> {
  const properties = [...(models.get(name) ?? [])];
  return Object.fromEntries(
    properties.map(([property, declared]) => {
      const { required, ...rest } = { ...declared, ...facts.properties[`${name}.${property}`] };
      return [property, required === true ? { ...rest, required } : rest];
    }),
  );
}

function reachable(types: readonly string[], { models }: Declarations): readonly string[] {
  const found = new Set<string>();
  const open = types.flatMap(namesIn);
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const properties = models.get(name);
    if (!properties || found.has(name)) continue;
    found.add(name);
    open.push(...[...properties.values()].flatMap(({ type }) => namesIn(type)));
  }
  return [...found].toSorted();
}

function namesIn(type: string): readonly string[] {
  return type.match(/[A-Z]\w*/gu) ?? [];
}
