import type { Context } from '../../context.ts';
import { pageOf } from '../../entity/listing.ts';
import { readableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { refId, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { configurationOf } from '../content/platform-form.ts';
import { flowType, requireUndeleted } from './flow-type.ts';
import { contentOf, versionOf, versionsOf } from './flow-versions.ts';

const view = { any: ['architect:flow:view'] };

/** Versions of a flow and their configurations. */
export const versionRoutes: readonly Route[] = [
  { method: 'GET', path: '/api/v2/flows/{flowId}/versions', permissions: view, handle: listVersions },
  { method: 'GET', path: '/api/v2/flows/{flowId}/versions/{versionId}', permissions: view, handle: getVersion },
  {
    method: 'GET',
    path: '/api/v2/flows/{flowId}/versions/{versionId}/configuration',
    permissions: view,
    handle: (context) => configuration(context, context.params['versionId'] ?? ''),
  },
  {
    method: 'GET',
    path: '/api/v2/flows/{flowId}/latestconfiguration',
    permissions: view,
    handle: (context) => configuration(context, refId(flowOf(context)['savedVersion']) ?? ''),
  },
];

function listVersions(context: Context): Reply {
  const newestFirst = versionsOf(context.organisation, flowOf(context).id).toReversed();
  return {
    status: 200,
    body: pageOf(context, newestFirst, { maxPageSize: 100, present: (version: JsonObject) => version }),
  };
}

function getVersion(context: Context): Reply {
  const versionId = context.params['versionId'] ?? '';
  const version = versionOf(context.organisation, flowOf(context).id, versionId);
  if (!version) throw notFound('flow version', versionId);
  return { status: 200, body: version };
}

function configuration(context: Context, versionId: string): Reply {
  const content = contentOf(context.organisation, flowOf(context).id, versionId);
  if (content === undefined) throw notFound('flow version', versionId);
  return { status: 200, body: configurationOf(content) };
}

function flowOf(context: Context): Entity {
  const id = context.params['flowId'] ?? '';
  const flow = readableEntity(context, flowType, id);
  requireUndeleted(flow, context.query);
  return flow;
}
