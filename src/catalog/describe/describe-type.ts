import type { KeyRule, PermissionRule, ResourceDescriptor } from '../../core/resource/index.ts';

type Defaulted =
  | 'level'
  | 'shape'
  | 'defaultMode'
  | 'portability'
  | 'readOnly'
  | 'createOnly'
  | 'required'
  | 'hidden'
  | 'secret'
  | 'lists'
  | 'defaults'
  | 'references'
  | 'versioned'
  | 'visibilityLagMs'
  | 'reversibility'
  | 'effect'
  | 'restorable'
  | 'limits'
  | 'knownLimits'
  | 'cost';

/** What must be said of a type. Everything else has a default that fits an ordinary, unversioned object. */
export type TypeFacts = Omit<ResourceDescriptor, Defaulted | 'key'> &
  Partial<Pick<ResourceDescriptor, Defaulted>> & {
    /** Key fields, parent first: names are unique and compared without case unless `keyRule` says otherwise. */
    readonly key: readonly string[];
    readonly keyRule?: Partial<Omit<KeyRule, 'fields'>>;
  };

/**
 * The whole descriptor of the facts. Defaults: managed, portable, an object of its own, no version, a name that is
 * unique whatever its case, a delete that only a new id can undo and nothing at all where no object can be made, no effect on
 * interactions, one request per write.
 */
export function describeType(facts: TypeFacts): ResourceDescriptor {
  const { key, keyRule, ...given } = facts;
  const { limits = {} } = given;
  return {
    level: 'A',
    shape: { kind: 'object' },
    defaultMode: 'manage',
    portability: 'portable',
    readOnly: [],
    createOnly: [],
    required: key,
    hidden: {},
    secret: [],
    lists: {},
    defaults: {},
    references: [],
    versioned: false,
    visibilityLagMs: 5_000,
    reversibility: {
      create: limits.delete === undefined ? 'exact' : 'irreversible',
      update: 'exact',
      delete: limits.create === undefined ? 'new-id' : 'irreversible',
    },
    effect: 'none',
    restorable: false,
    limits: {},
    knownLimits: [],
    cost: { pageSize: facts.api.list.pageSize, create: 1, update: 1, delete: 1 },
    ...given,
    key: { fields: key, compare: 'insensitive', unique: true, ...keyRule },
  };
}

/** The four permissions of a type whose permissions are `<prefix>:view`, `:add`, `:edit` and `:delete`. */
export function permissionsOf(prefix: string): PermissionRule {
  return { view: [`${prefix}:view`], add: [`${prefix}:add`], edit: [`${prefix}:edit`], delete: [`${prefix}:delete`] };
}
