import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import type { JsonObject } from '../../kernel/values.ts';
import { allConsumers, consumedBy, consumersOf, type DependencyEnd } from '../../state/dependencies.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { ofTypes, shownDependency, shownWithResources, wasDeleted, wasUpdated } from './shown-dependency.ts';
import { findTracked, trackedObjects, trackedTypes } from './tracked-object.ts';

const root = '/api/v2/architect/dependencytracking';
const permissions = { all: ['architect:dependencyTracking:view'] };

/** What flows use and who uses an object, as far as publications told. */
export const dependencyRoutes: readonly Route[] = [
  { method: 'GET', path: root, permissions, handle: search },
  { method: 'GET', path: `${root}/consumedresources`, permissions, handle: consumed },
  { method: 'GET', path: `${root}/consumingresources`, permissions, handle: consuming },
  { method: 'GET', path: `${root}/object`, permissions, handle: getObject },
  {
    method: 'GET',
    path: `${root}/updatedresourceconsumers`,
    permissions,
    handle: (context) => consumersOfChanged(context, wasUpdated),
  },
  {
    method: 'GET',
    path: `${root}/deletedresourceconsumers`,
    permissions,
    handle: (context) => consumersOfChanged(context, wasDeleted),
  },
];

/** Objects whose name contains the one asked for, in any letter case. */
function search(context: Context): Reply {
  const name = required(context, 'name').toLowerCase();
  const types = queryList(context.query, 'objectType');
  const wanted = trackedTypes().filter((type) => types.length === 0 || types.includes(type));
  const found = wanted
    .flatMap((type) => trackedObjects(context.organisation, type))
    .filter((end) => end.name?.toLowerCase().includes(name));
  return objectPage(context, found);
}

function consumed(context: Context): Reply {
  const version = required(context, 'version');
  const consumer = { type: required(context, 'objectType'), id: required(context, 'id'), version };
  return listing(context, consumedBy(context.organisation, consumer));
}

function consuming(context: Context): Reply {
  const used = { type: required(context, 'objectType'), id: required(context, 'id') };
  return listing(context, consumersOf(context.organisation, used));
}

function getObject(context: Context): Reply {
  const id = required(context, 'id');
  const asked = context.query.get('objectType');
  const type = asked ?? trackedTypes().find((candidate) => findTracked(context.organisation, candidate, id));
  const live = type === undefined ? undefined : findTracked(context.organisation, type, id);
  if (type === undefined || !live) throw notFound('dependency object', id);
  const version = context.query.get('version');
  const end: DependencyEnd = { id, type, name: live.name, ...(version === null ? {} : { version }) };
  return { status: 200, body: shownWithResources(context, end) };
}

/** Consumers of something that changed after they were published. */
function consumersOfChanged(context: Context, changed: (context: Context, end: DependencyEnd) => boolean): Reply {
  const name = context.query.get('name')?.toLowerCase() ?? '';
  const consumers = allConsumers(context.organisation)
    .filter(({ used }) => used.some((end) => changed(context, end)))
    .map(({ consumer }) => consumer)
    .filter((consumer) => consumer.name?.toLowerCase().includes(name));
  return objectPage(context, ofTypes(consumers, queryList(context.query, 'objectType')));
}

function objectPage(context: Context, ends: readonly DependencyEnd[]): Reply {
  const present = (end: DependencyEnd): JsonObject => shownWithResources(context, end);
  return { status: 200, body: pageOf(context, ends, { maxPageSize: 100, present }) };
}

function listing(context: Context, ends: readonly DependencyEnd[]): Reply {
  const present = (end: DependencyEnd): JsonObject => shownDependency(context, end);
  const chosen = ofTypes(ends, queryList(context.query, 'resourceType'));
  return { status: 200, body: pageOf(context, chosen, { maxPageSize: 100, present }) };
}

function required(context: Context, name: string): string {
  const value = context.query.get(name);
  if (value === null || value === '')
    throw badRequest(`The request is missing a required value: ${name}.`, 'missing.required.value');
  return value;
}
