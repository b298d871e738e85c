import type { KeyRule, Level, Mode, PermissionRule, Portability, ResourceDescriptor, Shape } from '../descriptor.ts';

/** Whether something can be done with the objects of a type. */
export interface Possibility {
  /** `asked`: only when it is asked for by name. */
  readonly can: 'yes' | 'no' | 'asked';
  /** Why not, or why only when asked, as people read it. */
  readonly because?: string;
}

/** A place in a document that points at other objects. */
export interface ReferencePlace {
  readonly path: string;
  /** Every type that may stand there, sorted as the descriptor has them. */
  readonly types: readonly string[];
  /** Only where the field beside it has one of these values. */
  readonly when?: string;
}

/**
 * What people are told of a type, on the command line and in `docs/resource-types.md` alike. Follows from the descriptor
 * alone. How a type is reached over the API is no part of it.
 */
export interface TypeSheet {
  readonly type: string;
  readonly noun: string;
  readonly area: string;
  readonly level: Level;
  readonly defaultMode: Mode;
  readonly portability: Portability;
  readonly shape: Shape;
  readonly key: KeyRule;
  /** Fields beside the key, in the descriptor's order. */
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly createOnly: readonly string[];
  readonly secret: readonly string[];
  /** Patterns of lists in which order does not count. */
  readonly unordered: readonly string[];
  /** The field that is a file of its own, and its format. */
  readonly content?: { readonly field: string; readonly format: string };
  readonly operations: Readonly<Record<TypeOperation, Possibility>>;
  readonly versioned: boolean;
  readonly references: readonly ReferencePlace[];
  readonly permissions: PermissionRule;
  /** How an object comes back after a delete; absent where there is none. */
  readonly undoOfDelete?: 'exactly' | 'by restoring it' | 'with a new id' | 'not at all';
  readonly effect: ResourceDescriptor['effect'];
  readonly knownLimits: readonly string[];
}

/** What can be done with objects of a type, in the order in which it is told. */
export const typeOperations = ['export', 'create', 'update', 'delete', 'rename'] as const;

/** One of `typeOperations`. */
export type TypeOperation = (typeof typeOperations)[number];

/** The sheet of a type. */
export function typeSheetOf(descriptor: ResourceDescriptor): TypeSheet {
  const { type, noun, area, level, defaultMode, portability, shape, key, content } = descriptor;
  const operations = operationsOf(descriptor);
  return {
    type,
    noun,
    area,
    level,
    defaultMode,
    portability,
    shape,
    key,
    fields: descriptor.fields.filter((field) => !key.fields.includes(field)),
    required: descriptor.required,
    createOnly: descriptor.createOnly,
    secret: descriptor.secret,
    unordered: Object.entries(descriptor.lists).flatMap(([pattern, rule]) =>
      rule.kind === 'ordered' ? [] : [pattern],
    ),
    ...(content === undefined ? {} : { content: { field: content.field, format: content.format } }),
    operations,
    versioned: descriptor.versioned,
    references: referencePlaces(descriptor),
    permissions: descriptor.permissions,
    ...(operations.delete.can === 'no' ? {} : { undoOfDelete: undoOfDelete(descriptor) }),
    effect: descriptor.effect,
    knownLimits: descriptor.knownLimits,
  };
}

function operationsOf(descriptor: ResourceDescriptor): TypeSheet['operations'] {
  const { api, limits } = descriptor;
  const always = alwaysThere(descriptor);
  const update = possible(limits.update, canUpdate(descriptor) ? undefined : noWay('change'));
  return {
    export: exportOf(descriptor),
    create: possible(limits.create, always, api.create === undefined ? noWay('make') : undefined),
    update,
    delete: possible(limits.delete, always, api.delete === undefined ? noWay('delete') : undefined),
    rename: possible(nameOfPart(descriptor), update.because, fixedName(descriptor)),
  };
}

/** Lists of members and grants are written by requests of their own. */
function canUpdate({ api }: ResourceDescriptor): boolean {
  return api.update !== undefined || api.capability.kind === 'membership' || api.capability.kind === 'grants';
}

/** The first reason there is against it. */
function possible(...reasons: readonly (string | undefined)[]): Possibility {
  const because = reasons.find((reason) => reason !== undefined);
  return because === undefined ? { can: 'yes' } : { can: 'no', because };
}

/** The same choice as an export makes without being told which types to take. */
function exportOf({ defaultMode, shape }: ResourceDescriptor): Possibility {
  if (defaultMode === 'reference') return { can: 'asked', because: 'its mode is reference' };
  if (shape.kind !== 'object' && defaultMode === 'observe')
    return { can: 'asked', because: `its mode is observe, and it costs a request for each ${shape.parentType}` };
  return { can: 'yes' };
}

function alwaysThere({ shape }: ResourceDescriptor): string | undefined {
  if (shape.kind === 'facet') return `it is there as long as its ${shape.parentType} is`;
  return shape.kind === 'object' && shape.single === true ? 'every organisation has exactly one' : undefined;
}

function noWay(verb: string): string {
  return `the public API has no way to ${verb} one`;
}

function nameOfPart({ shape }: ResourceDescriptor): string | undefined {
  if (shape.kind === 'facet') return `it is called as its ${shape.parentType} is`;
  if (shape.kind === 'child') return `its key is part of what it is; a new key is another object`;
  return shape.single === true ? 'it has no name' : undefined;
}

function fixedName({ key, createOnly, content }: ResourceDescriptor): string | undefined {
  const field = key.fields.at(-1);
  return content !== undefined || field === undefined || createOnly.includes(field)
    ? 'its name is fixed once it exists'
    : undefined;
}

function referencePlaces({ references }: ResourceDescriptor): readonly ReferencePlace[] {
  return references.map(({ path, type, when }) => ({
    path,
    types: typeof type === 'string' ? [type] : [...new Set(Object.values(type.types))],
    ...(when === undefined ? {} : { when: `${when.field} is ${when.values.join(' or ')}` }),
  }));
}

function undoOfDelete({ restorable, reversibility }: ResourceDescriptor): NonNullable<TypeSheet['undoOfDelete']> {
  if (restorable) return 'by restoring it';
  const words = { exact: 'exactly', 'new-id': 'with a new id', irreversible: 'not at all' } as const;
  return words[reversibility.delete];
}
