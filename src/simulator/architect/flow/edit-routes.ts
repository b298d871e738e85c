import type { PermissionRule } from '../../access/permission.ts';
import type { Context } from '../../context.ts';
import { shownTo } from '../../entity/routes.ts';
import { writableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { stringify } from 'yaml';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { architectConfiguration, configurationInText } from '../architect-file/configuration.ts';
import { kindOfRoot } from '../content/flow-kinds.ts';
import { editFlow, flowEdits, saveDraft, type FlowEdit } from './edit-flow.ts';
import { flowType, isDeleted } from './flow-type.ts';
import { authorOf } from './flow-versions.ts';

const permissions: Readonly<Record<FlowEdit, PermissionRule>> = {
  checkout: { any: ['architect:flow:edit'] },
  checkin: { any: ['architect:flow:edit', 'architect:flow:unlock'] },
  revert: { any: ['architect:flow:edit'] },
  unlock: { any: ['architect:flow:unlock'] },
  publish: { any: ['architect:flow:publish', 'architect:flow:unlock'] },
  deactivate: { any: ['architect:flow:publish'] },
};

/** The editing operations of Architect; checkin and publish answer an Operation, the others the flow. */
export const editRoutes: readonly Route[] = [
  ...flowEdits.map((edit) => ({
    method: 'POST',
    path: `/api/v2/flows/actions/${edit}`,
    permissions: permissions[edit],
    handle: (context: Context) => editReply(context, edit),
  })),
  {
    method: 'POST',
    path: '/api/v2/flows/{flowId}/versions',
    permissions: permissions.checkout,
    handle: (context) => {
      const flow = flowWith(context, context.params['flowId'] ?? '', permissions.checkout);
      return { status: 200, body: saveDraft(context, flow, draftText(context, flow))['savedVersion'] };
    },
  },
];

function editReply(context: Context, edit: FlowEdit): Reply {
  const id = context.query.get('flow') ?? '';
  if (id === '') throw badRequest('The request is missing a required value: flow.', 'missing.required.value');
  const flow = editFlow(context, flowWith(context, id, permissions[edit]), edit);
  const isOperation = edit === 'checkin' || edit === 'publish';
  return { status: 200, body: isOperation ? operation(context, edit) : shownTo(context, flowType, flow) };
}

function flowWith(context: Context, id: string, permission: PermissionRule): Entity {
  const flow = writableEntity(context, flowType, id, permission);
  if (isDeleted(flow)) throw notFound(flowType.label, id);
  return flow;
}

function operation(context: Context, edit: FlowEdit): JsonObject {
  const { createdBy: user, createdByClient: client } = authorOf(context);
  return {
    id: context.organisation.ids.next(),
    complete: true,
    ...(user === undefined ? {} : { user }),
    ...(client === undefined ? {} : { client }),
    actionName: edit.toUpperCase(),
    actionStatus: 'SUCCESS',
  };
}

/** The text to save of a body: a configuration in Architect's own form, or with the flow type as its root property. */
function draftText(context: Context, flow: Entity): string {
  const { body } = context;
  const content = isObject(body) ? textOf(body, 'content') : '';
  const file = architectConfiguration(body) ?? configurationInText(content);
  if (file && file.kind !== flow['type'])
    throw badRequest(`The configuration is of a flow of type ${file.kind}.`, 'architect.flow.type.mismatch');
  if (file) return JSON.stringify(file.configuration);
  const isRooted = isObject(body) && Object.keys(body).some((root) => kindOfRoot(root) !== undefined);
  if (isRooted) return stringify(body, { lineWidth: 0 });
  if (content !== '') return content;
  throw badRequest(
    'The body must be the configuration of a flow, as Architect exports it or with the flow type as its root property.',
    'invalid.request.body',
  );
}
