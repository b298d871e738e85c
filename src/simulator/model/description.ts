import type { PermissionRule } from '../access/permission.ts';
import models from './models.json' with { type: 'json' };
import operations from './operations.json' with { type: 'json' };
import types from './types.json' with { type: 'json' };

/** One property of a model of the public API. */
export type ModelProperty = {
  readonly type: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly enum?: readonly string[];
};

/** The properties of a model by name. */
export type Model = Readonly<Record<string, ModelProperty>>;

/** An operation of the public API; `body` and `answer` name models. */
export type Operation = {
  readonly method: string;
  readonly path: string;
  readonly query?: readonly string[];
  readonly permissions?: PermissionRule | Readonly<Record<string, never>>;
  readonly body?: string;
  readonly answer?: string;
};

/** A place in a type's model that holds the id of another object. */
export type DescribedReference = {
  readonly path: string;
  readonly type?: string;
  /** For places that point at several types: which, and the field beside the id that says so. */
  readonly types?: readonly string[];
  readonly by?: string;
  readonly when?: { readonly field: string; readonly values: readonly string[] };
  readonly literals?: readonly string[];
};

/** What the description says of a configuration type. Operations are ids for `operationNamed`. */
export type DescribedType = {
  readonly area: string;
  readonly model: string | null;
  readonly list?: {
    readonly operation: string;
    readonly paging: 'page' | 'cursor' | 'none';
    readonly items: string;
    readonly model: string | null;
    readonly maxPageSize?: number;
    readonly defaultPageSize?: number;
  };
  readonly get?: string;
  readonly create?: string;
  readonly update?: string;
  readonly delete?: string;
  readonly children?: readonly string[];
  readonly related?: readonly string[];
  readonly parents?: readonly { readonly parameter: string; readonly type: string | null }[];
  readonly nameProperty?: string;
  /** `required` and `sent`: in bodies; `shown`: only in answers. */
  readonly version?: 'required' | 'sent' | 'shown';
  readonly softDelete?: 'listed' | 'readable';
  readonly singleton?: boolean;
  readonly auditEntityType?: string;
  readonly references?: readonly DescribedReference[];
};

// The files are generated (tools/write-api-description.ts); their literal types would say more than anyone needs.
const knownModels = models as unknown as Readonly<Record<string, Model>>;
const knownOperations = operations as unknown as Readonly<Record<string, Operation>>;
const knownTypes = types as unknown as Readonly<Record<string, DescribedType>>;

/** The model of that name, or undefined for names such as `string` and for models that nothing reaches. */
export function findModel(name: string): Model | undefined {
  return Object.hasOwn(knownModels, name) ? knownModels[name] : undefined;
}

/** The model of that name; an invariant error when the simulator has none. */
export function modelNamed(name: string): Model {
  const model = findModel(name);
  if (!model) throw new Error(`the simulator has no model ${name}`);
  return model;
}

/** The operation with that id; an invariant error when it is not described. */
export function operationNamed(id: string): Operation {
  const operation = knownOperations[id];
  if (!operation) throw new Error(`the simulator has no description of ${id}`);
  return operation;
}

/** What is known of the configuration type; an invariant error when it is not described. */
export function typeNamed(name: string): DescribedType {
  const type = knownTypes[name];
  if (!type) throw new Error(`the simulator has no description of the type ${name}`);
  return type;
}

/** Who may call the operation; operations without known permissions are open to every caller. */
export function permissionsFor(id: string): PermissionRule {
  const rule = operationNamed(id).permissions;
  return rule !== undefined && ('any' in rule || 'all' in rule) ? (rule as PermissionRule) : { none: true };
}
