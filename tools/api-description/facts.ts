import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of a configuration type beyond its operations' signatures. Operations are named by the SDK's method. */
export interface TypeFact {
  readonly area: string;
  /** Model that GET answers; null where the platform gives no fixed shape. */
  readonly model: string | null;
  readonly list?: {
    readonly operation: string;
    readonly paging: 'page' | 'cursor' | 'none';
    readonly items: string;
    readonly maxPageSize?: number;
    readonly defaultPageSize?: number;
    readonly model: string | null;
  };
  readonly get?: string;
  readonly create?: string;
  readonly update?: string;
  readonly delete?: string;
  /** Operations below one object, and others that belong to the type. */
  readonly children?: readonly string[];
  readonly related?: readonly string[];
  /** The objects that it lies under, outermost first, by parameter of its paths. */
  readonly parents?: readonly { readonly parameter: string; readonly type: string | null }[];
  /** `required` and `sent`: writes carry a version; `shown`: only answers have it. */
  readonly version?: 'required' | 'sent' | 'shown';
  /** An organisation has exactly one. */
  readonly singleton?: boolean;
  /** Places of the model that hold ids of other objects. */
  readonly references?: readonly { readonly path: string; readonly type?: string }[];
}

/** What is known of a property beyond its declared type. */
export interface PropertyFact {
  readonly readOnly?: true;
  readonly enum?: readonly string[];
  readonly required?: false;
}

/** What the SDK's declarations leave out, recorded by us from the platform's documentation and its other SDKs. */
export interface Facts {
  readonly types: Readonly<Record<string, TypeFact>>;
  /** Permissions by operation. */
  readonly permissions: Readonly<Record<string, unknown>>;
  /** By `Model.property`: read-only, the values of an enum, `required: false` where the platform is laxer than the SDK. */
  readonly properties: Readonly<Record<string, PropertyFact>>;
  /** Operations that belong to no configuration type: accounts, tokens, audits. */
  readonly further: readonly string[];
  /** Models that no operation declares although bodies have them. */
  readonly furtherModels: readonly string[];
}

/** The facts in `tools/api-description/facts`. */
export function readFacts(): Facts {
  const further = read('further.json') as {
    readonly operations: readonly string[];
    readonly models: readonly string[];
  };
  return {
    types: read('types.json') as Facts['types'],
    permissions: read('permissions.json') as Facts['permissions'],
    properties: read('properties.json') as Facts['properties'],
    further: further.operations,
    furtherModels: further.models,
  };
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'facts', file), 'utf8'));
}
