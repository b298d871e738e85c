import { operationNamed, permissionsFor, typeNamed, findModel, type DescribedType } from '../model/description.ts';
import { describedReferences } from './described-references.ts';
import {
  stampKinds,
  type EntityHooks,
  type EntityReference,
  type EntityType,
  type Listing,
  type Stamp,
} from '../entity/entity-type.ts';
import { storedForm } from './request-form.ts';

/** What the description of the API does not say of a type. Anything given here wins over what it says. */
export type OwnFacts = Partial<Omit<EntityType, 'audit' | 'references'>> & {
  readonly label: string;
  /** Service that audits name; the entity type is the described one unless given. */
  readonly audit: { readonly service: string; readonly entityType?: string };
  /** References that the description does not have. */
  readonly references?: readonly EntityReference[];
  /** Types whose objects cannot be deleted while one of these refers to them, with the status of the refusal. */
  readonly holds?: Readonly<Record<string, 400 | 409>>;
  /** Operations that are written by hand, or that another type serves. */
  readonly without?: readonly ('list' | 'get' | 'create' | 'update' | 'delete')[];
};

/**
 * A type as the description of the public API gives it: paths, permissions, models, paging, versions, stamps and
 * references. Behaviour comes from `own`.
 */
export function describedType(name: string, own: OwnFacts): EntityType {
  const described = typeNamed(name);
  const { audit, references = [], holds = {}, without = [], hooks, ...rest } = own;
  const has = (operation: 'list' | 'get' | 'create' | 'update' | 'delete'): boolean => !without.includes(operation);
  const model = described.model ?? undefined;
  return {
    name,
    ...placesOf(described),
    ...(has('list') && described.list ? { list: listingOf(described.list) } : {}),
    ...(has('get') && described.get ? { get: { permissions: permissionsFor(described.get) } } : {}),
    ...(has('create') ? writeOf('create', described.create) : {}),
    ...(has('update') ? writeOf('update', described.update) : {}),
    ...(has('delete') ? deleteOf(described.delete) : {}),
    ...(model === undefined ? {} : { model, ...keptBy(model) }),
    ...versionOf(described),
    ...(described.softDelete ? { softDelete: described.softDelete } : {}),
    references: [...describedReferences(described, holds), ...references],
    ...rest,
    hooks: { ...hooks, accept: acceptorOf(described, hooks?.accept) },
    audit: { service: audit.service, entityType: audit.entityType ?? described.auditEntityType ?? name },
  };
}

/** The path of the collection and of the object, and the operations that are elsewhere. */
function placesOf(described: DescribedType): Pick<EntityType, 'path' | 'idParameter' | 'paths'> {
  const pathOf = (id: string | undefined): string | undefined =>
    id === undefined ? undefined : operationNamed(id).path;
  const one = pathOf(described.get) ?? '';
  const path = /^(.*)\/\{\w+\}$/u.exec(one)?.[1] ?? pathOf(described.create) ?? pathOf(described.list?.operation) ?? '';
  const parameters = [...one.matchAll(/\{(\w+)\}/gu)].map(([, parameter = '']) => parameter);
  const paths = {
    list: pathOf(described.list?.operation),
    get: pathOf(described.get),
    create: pathOf(described.create),
    update: pathOf(described.update),
    delete: pathOf(described.delete),
  };
  const given = Object.entries(paths).filter(([, value]) => value !== undefined);
  const under = (described.parents ?? []).flatMap(({ parameter, type }) => (type === null ? [] : { parameter, type }));
  return {
    path,
    idParameter: parameters.at(-1) ?? 'id',
    paths: Object.fromEntries(given),
    ...(under.length > 0 ? { parents: under } : {}),
  };
}

function listingOf(list: NonNullable<DescribedType['list']>): Listing {
  const { method, answer, query = [] } = operationNamed(list.operation);
  const cursor = ['after', 'cursor', 'nextPage'].find((parameter) => query.includes(parameter));
  return {
    permissions: permissionsFor(list.operation),
    style: list.paging,
    maxPageSize: list.maxPageSize ?? Math.max(100, list.defaultPageSize ?? 0),
    ...(list.defaultPageSize === undefined ? {} : { defaultPageSize: list.defaultPageSize }),
    ...(cursor === undefined ? {} : { cursorParameter: cursor }),
    ...(query.includes('limit') && !query.includes('pageSize') ? { sizeParameter: 'limit' } : {}),
    ...(query.includes('name') ? { name: 'contains' as const } : {}),
    byId: query.includes('id'),
    byDivision: query.includes('divisionId'),
    ...(answer === undefined ? {} : { page: answer }),
    ...(list.model === null ? {} : { element: list.model }),
    ...(list.items === '' || list.items === 'entities' ? {} : { items: list.items }),
    method: method === 'POST' ? 'POST' : 'GET',
  };
}

function writeOf(kind: 'create' | 'update', id: string | undefined): Partial<Pick<EntityType, 'create' | 'update'>> {
  if (id === undefined) return {};
  const { method, body, answer } = operationNamed(id);
  const operation = {
    permissions: permissionsFor(id),
    model: body ?? 'object',
    ...(answer === undefined ? {} : { answer }),
  };
  if (kind === 'create') return { create: operation };
  return { update: { ...operation, method: method === 'PATCH' ? 'PATCH' : 'PUT' } };
}

function deleteOf(id: string | undefined): Pick<EntityType, 'delete'> {
  if (id === undefined) return {};
  const { answer } = operationNamed(id);
  return { delete: { permissions: permissionsFor(id), ...(answer === undefined ? {} : { answer }) } };
}

/** Stamps and division, as far as the model of the type has them. */
function keptBy(modelName: string): Pick<EntityType, 'stamps' | 'people' | 'divided'> {
  const model = findModel(modelName) ?? {};
  const stamps = Object.keys(stampKinds).filter(
    (name): name is Stamp => name in model && isStamp(name, model[name]?.enum),
  );
  const person = model['createdBy'] ?? model['modifiedBy'];
  return {
    stamps,
    people: person === undefined || person.type === 'string' ? 'id' : 'reference',
    divided: 'division' in model,
  };
}

function isStamp(name: string, values: readonly string[] | undefined): boolean {
  return name !== 'state' || values?.includes('active') === true;
}

function versionOf({ model, version }: DescribedType): Pick<EntityType, 'version'> {
  if (version === undefined || findModel(model ?? '')?.['version']?.type !== 'number') return {};
  return { version: { style: 'conflict', ...(version === 'required' ? { required: true } : {}) } };
}

function acceptorOf(described: DescribedType, own: EntityHooks['accept']): NonNullable<EntityHooks['accept']> {
  const requestOf = (id: string | undefined): string => (id === undefined ? '' : (operationNamed(id).body ?? ''));
  return (context, body, before) => {
    const request = requestOf(before === undefined ? described.create : described.update);
    const form = storedForm(body, request, described.model ?? undefined);
    return own === undefined ? form : own(context, form, before);
  };
}
