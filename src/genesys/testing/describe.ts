import type { ApiRules, Catalogue, ResourceDescriptor } from '../../core/resource/index.ts';

type Facts = Partial<ResourceDescriptor> & { readonly type: string; readonly api: ApiRules };

/** A catalogue of these types. */
export function catalogueOf(descriptors: readonly ResourceDescriptor[]): Catalogue {
  return {
    find: (type) => descriptors.find((each) => each.type === type),
    types: descriptors.map((each) => each.type),
  };
}

/** A type that is listed by page number, and made, changed and deleted by id. */
export function plain(
  type: string,
  path: string,
  facts: Partial<ResourceDescriptor>,
  api: Partial<ApiRules> = {},
): ResourceDescriptor {
  return described({ type, ...facts, api: { ...crud(path), goneStates: ['deleted'], ...api } });
}

/** Rules of such a type; `list` says how its list differs. */
export function crud(path: string, list: Partial<ApiRules['list']> = {}): ApiRules {
  return {
    list: { path, paging: 'page', pageSize: 100, items: 'entities', whole: true, idField: 'id', ...list },
    get: { path: `${path}/{id}`, ...(list.query === undefined ? {} : { query: list.query }) },
    create: { method: 'POST', path },
    update: { method: 'PUT', path: `${path}/{id}` },
    delete: { path: `${path}/{id}` },
    capability: { kind: 'crud' },
  };
}

/** What makes a type a child or a facet of another. */
export function part(
  type: string,
  kind: 'child' | 'facet',
  parent: { readonly parentType: string; readonly parentField: string },
): Pick<ResourceDescriptor, 'type' | 'shape' | 'references'> {
  return {
    type,
    shape: { kind, ...parent },
    references: [{ path: parent.parentField, wire: 'object', type: parent.parentType }],
  };
}

/** The four permissions that begin with a prefix. */
export function permissions(prefix: string): ResourceDescriptor['permissions'] {
  return { view: [`${prefix}:view`], add: [`${prefix}:add`], edit: [`${prefix}:edit`], delete: [`${prefix}:delete`] };
}

/** A whole descriptor; what the facts do not say is as plain as can be. */
export function described(facts: Facts): ResourceDescriptor {
  return {
    area: 'test',
    noun: facts.type,
    level: 'A',
    shape: { kind: 'object' },
    key: { fields: ['name'], compare: 'insensitive', unique: true },
    defaultMode: 'manage',
    portability: 'portable',
    fields: ['name'],
    readOnly: [],
    createOnly: [],
    required: ['name'],
    hidden: {},
    secret: [],
    lists: {},
    defaults: {},
    references: [],
    versioned: false,
    visibilityLagMs: 5_000,
    permissions: { view: [], add: [], edit: [], delete: [] },
    audit: { service: 'ContactCenter', entityType: 'RoutingSkill' },
    reversibility: { create: 'exact', update: 'exact', delete: 'new-id' },
    effect: 'none',
    restorable: false,
    limits: {},
    knownLimits: [],
    cost: { pageSize: 100, create: 2, update: 2, delete: 2 },
    ...facts,
  };
}
