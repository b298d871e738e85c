import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ResourceDescriptor } from '../core/resource/index.ts';
import { descriptors } from './registry.ts';

interface Operation {
  readonly method: string;
  readonly path: string;
  readonly permissions?: { readonly any?: readonly string[]; readonly all?: readonly string[] };
  readonly maxPageSize?: number | null;
  readonly defaultPageSize?: number;
  /** Null where the answer is the list itself. */
  readonly itemsProperty?: string | null;
}

interface TypeFacts {
  readonly type: string;
  readonly versioned: boolean;
  /** False where an answer counts versions and no write takes one. */
  readonly versionInRequest?: boolean;
  readonly auditEntityType: string | null;
  readonly list: Operation | null;
  readonly get: Operation | null;
  readonly create: Operation | null;
  readonly update: Operation | null;
  readonly delete: Operation | null;
  readonly children?: readonly Operation[];
  readonly relatedEndpoints?: readonly Operation[];
  /** As `GET /api/v2/…`. */
  readonly providerReadOperations?: readonly string[];
}

const factsFile = new URL('../../../shared/genesys/resource-types.json', import.meta.url);
const facts: readonly TypeFacts[] = existsSync(factsFile) ? JSON.parse(readFileSync(factsFile, 'utf8')).types : [];

/** Parts that the facts list under the type they belong to. */
const parentOfPart: Readonly<Record<string, string>> = {
  routing_queue_members: 'routing_queue',
  routing_queue_wrapupcodes: 'routing_queue',
  architect_user_prompt_resource: 'architect_user_prompt',
};

function factsOf(type: string): TypeFacts {
  const found = facts.find((known) => known.type === (parentOfPart[type] ?? type));
  if (found === undefined) throw new Error(`no facts about ${type}`);
  return found;
}

/** Endpoints of a part may be listed under its parent. */
function parentFacts({ shape }: ResourceDescriptor): readonly TypeFacts[] {
  if (shape.kind === 'object') return [];
  return facts.filter((known) => known.type === shape.parentType);
}

/**
 * Endpoints that the facts leave out; they are in the official SDK. The list of canned responses asks for one library;
 * only the query gives all of them.
 */
const alsoKnown = ['POST /api/v2/responsemanagement/responses/query'];

/** `GET /api/v2/routing/queues/{}`: parameters lose their names, and what they are made of. */
function endpoint(method: string, path: string): string {
  return `${method} ${path.replace(/\?.*$/u, '').replaceAll(/[^/]*\{\w+\}/gu, '{}')}`;
}

function endpointsUsed({ api }: ResourceDescriptor): readonly string[] {
  const { capability, settings } = api;
  return [
    endpoint(api.list.method ?? 'GET', api.list.path),
    ...(api.get ? [endpoint('GET', api.get.path)] : []),
    ...(api.create ? [endpoint(api.create.method, api.create.path)] : []),
    ...(api.update ? [endpoint(api.update.method, api.update.path)] : []),
    ...(api.delete ? [endpoint('DELETE', api.delete.path)] : []),
    ...(settings ? [endpoint('GET', settings.path), endpoint('PUT', settings.path)] : []),
    ...(capability.kind === 'membership' ? [endpoint('POST', api.list.path)] : []),
    ...(capability.kind === 'membership' && capability.remove.kind === 'each'
      ? [endpoint('DELETE', capability.remove.path)]
      : []),
    ...(capability.kind === 'publish' ? [endpoint('POST', capability.path)] : []),
    ...(capability.kind === 'draft-publish' ? [endpoint('POST', capability.publishPath)] : []),
    ...(capability.kind === 'flow-jobs'
      ? [endpoint('POST', capability.publishPath), endpoint('POST', capability.exportPath)]
      : []),
  ];
}

function endpointsKnown(known: TypeFacts): readonly string[] {
  const own = [known.list, known.get, known.create, known.update, known.delete].filter(
    (operation) => operation !== null,
  );
  const all = [...own, ...(known.children ?? []), ...(known.relatedEndpoints ?? [])].filter(
    (operation) => operation !== undefined,
  );
  const read = (known.providerReadOperations ?? []).map((operation) => operation.split(' '));
  return [
    ...all.map(({ method, path }) => endpoint(method, path)),
    ...read.map(([method = '', path = '']) => endpoint(method, path)),
  ];
}

/** Grants are replaced as a whole, by whatever method the platform takes. */
function isReplacedAt({ api }: ResourceDescriptor, known: readonly string[]): boolean {
  const { capability } = api;
  if (capability.kind !== 'grants') return true;
  return ['POST', 'PUT', 'PATCH'].some((method) => known.includes(endpoint(method, capability.replacePath)));
}

function permissionsKnown(operation: Operation | null): readonly string[] {
  return [...(operation?.permissions?.any ?? []), ...(operation?.permissions?.all ?? [])];
}

describe.each(descriptors.map((descriptor) => [descriptor.type, descriptor] as const))('%s', (type, descriptor) => {
  it('agrees with the facts about the platform', (context) => {
    if (facts.length === 0) context.skip('../shared/genesys/resource-types.json is not there');
    const known = factsOf(type);

    const endpoints = [...alsoKnown, ...[known, ...parentFacts(descriptor)].flatMap(endpointsKnown)];
    expect(endpointsUsed(descriptor).filter((used) => !endpoints.includes(used))).toEqual([]);
    expect(isReplacedAt(descriptor, endpoints)).toBe(true);
    expect(parentOfPart[type] === undefined ? differences(descriptor, known) : []).toEqual([]);
  });
});

function differences(
  { api, audit, content, permissions, versioned }: ResourceDescriptor,
  known: TypeFacts,
): readonly string[] {
  const strangers = (named: readonly string[], operation: Operation | null): readonly string[] =>
    named.filter((permission) => !permissionsKnown(operation).includes(permission));
  const readers = [known.list, known.get].flatMap(permissionsKnown);
  return [
    ...(versioned === (known.versioned && known.versionInRequest !== false) ? [] : ['versions']),
    ...differencesOfList(api.list, known.list),
    ...(audit.entityType === (known.auditEntityType ?? audit.entityType) ? [] : ['audit entity type']),
    // Types with content need permissions of their jobs, too, which the facts list elsewhere.
    ...(content === undefined ? permissions.view.filter((permission) => !readers.includes(permission)) : []),
    ...(content === undefined ? strangers(permissions.add, known.create) : []),
    ...(content === undefined ? strangers(permissions.edit, known.update) : []),
    ...strangers(permissions.delete, known.delete),
    ...unnamed(api, permissions, known),
  ];
}

/** A type may be listed by another endpoint than the facts name: under each parent, or by a query. */
function differencesOfList(list: ResourceDescriptor['api']['list'], known: Operation | null): readonly string[] {
  if (known === null || endpoint(list.method ?? 'GET', list.path) !== endpoint(known.method, known.path)) return [];
  const most = Math.max(known.maxPageSize ?? Number.POSITIVE_INFINITY, known.defaultPageSize ?? 0);
  return [
    ...(list.items === (known.itemsProperty ?? '') ? [] : ['items of the list']),
    ...(list.pageSize <= most ? [] : ['page size']),
  ];
}

/** Operations that need a permission by the facts while the descriptor names none. */
function unnamed(
  api: ResourceDescriptor['api'],
  permissions: ResourceDescriptor['permissions'],
  known: TypeFacts,
): readonly string[] {
  const needs = (operation: Operation | null): boolean => permissionsKnown(operation).length > 0;
  return [
    ...(needs(known.list ?? known.get) && permissions.view.length === 0 ? ['no permission to view'] : []),
    ...(api.create && needs(known.create) && permissions.add.length === 0 ? ['no permission to add'] : []),
    ...(api.update && needs(known.update) && permissions.edit.length === 0 ? ['no permission to edit'] : []),
    ...(api.delete && needs(known.delete) && permissions.delete.length === 0 ? ['no permission to delete'] : []),
  ];
}
