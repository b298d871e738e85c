import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { isoDate } from '../../kernel/clock.ts';
import type { JsonObject } from '../../kernel/values.ts';
import { consumedBy, consumersOf, type DependencyEnd } from '../../state/dependencies.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { dependencyTypeOfFlow, flowKinds } from '../content/flow-kinds.ts';
import { dependencyTypes } from '../content/naming-forms.ts';
import { findTracked, trackedTypes } from './tracked-object.ts';

const root = '/api/v2/architect/dependencytracking';
const view = { all: ['architect:dependencyTracking:view'] };
const flowTypes: readonly string[] = flowKinds.map(dependencyTypeOfFlow);

/** Architect's dependency tracking, filled by publications. */
export const dependencyRoutes: readonly Route[] = [
  { method: 'GET', path: `${root}/consumedresources`, permissions: view, handle: consumed },
  { method: 'GET', path: `${root}/consumingresources`, permissions: view, handle: consuming },
  { method: 'GET', path: `${root}/object`, permissions: view, handle: getObject },
  { method: 'GET', path: `${root}/types`, permissions: view, handle: listTypes },
  { method: 'GET', path: `${root}/build`, permissions: view, handle: buildStatus },
  {
    method: 'POST',
    path: `${root}/build`,
    permissions: { all: ['architect:dependencyTracking:rebuild'] },
    handle: () => ({ status: 202 }),
  },
];

function consumed(context: Context): Reply {
  const version = required(context, 'version');
  const edges = consumedBy(context.organisation, {
    type: required(context, 'objectType'),
    id: required(context, 'id'),
    version,
  });
  return listing(context, edges);
}

function consuming(context: Context): Reply {
  return listing(
    context,
    consumersOf(context.organisation, { type: required(context, 'objectType'), id: required(context, 'id') }),
  );
}

function listing(context: Context, ends: readonly DependencyEnd[]): Reply {
  const wanted = new Set(context.query.getAll('resourceType').flatMap((types) => types.split(',')));
  const chosen = wanted.size === 0 ? ends : ends.filter((end) => wanted.has(end.type));
  const present = (end: DependencyEnd): JsonObject => dependencyBody(context, end);
  return { status: 200, body: pageOf(context, chosen, { maxPageSize: 100, present }) };
}

function dependencyBody(context: Context, end: DependencyEnd): JsonObject {
  const live = findTracked(context.organisation, end.type, end.id);
  return {
    id: end.id,
    name: live?.name ?? end.name,
    ...(end.version === undefined ? {} : { version: end.version }),
    type: end.type,
    deleted: live === undefined,
    updated: false,
    stateUnknown: false,
    ...(live ? { selfUri: live.selfUri } : {}),
  };
}

function getObject(context: Context): Reply {
  const id = required(context, 'id');
  const asked = context.query.get('objectType');
  const type = asked ?? trackedTypes().find((candidate) => findTracked(context.organisation, candidate, id));
  const live = type === undefined ? undefined : findTracked(context.organisation, type, id);
  if (type === undefined || !live) throw notFound('dependency object', id);
  const version = context.query.get('version');
  const end: DependencyEnd = { id, type, name: live.name, ...(version === null ? {} : { version }) };
  const flag = (name: string): boolean => context.query.get(name) === 'true';
  const list = (ends: readonly DependencyEnd[]): readonly JsonObject[] =>
    ends.map((other) => dependencyBody(context, other));
  return {
    status: 200,
    body: {
      ...dependencyBody(context, end),
      ...(flag('consumedResources') ? { consumedResources: list(consumedBy(context.organisation, end)) } : {}),
      ...(flag('consumingResources') ? { consumingResources: list(consumersOf(context.organisation, end)) } : {}),
    },
  };
}

function listTypes(context: Context): Reply {
  const types = [...flowTypes, ...Object.values(dependencyTypes)].sort();
  const present = (type: string): JsonObject => ({
    id: type,
    name: type,
    versioned: flowTypes.includes(type),
    selfUri: `${root}/types/${type}`,
  });
  return { status: 200, body: pageOf(context, types, { maxPageSize: 500, present }) };
}

function buildStatus(context: Context): Reply {
  return {
    status: 200,
    body: { status: 'OPERATIONAL', dateCompleted: isoDate(context.now), selfUri: `${root}/build` },
  };
}

function required(context: Context, name: string): string {
  const value = context.query.get(name);
  if (value === null || value === '')
    throw badRequest(`The request is missing a required value: ${name}.`, 'missing.required.value');
  return value;
}
