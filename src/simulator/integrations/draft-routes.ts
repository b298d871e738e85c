import type { Context } from '../context.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { nameTest } from '../entity/select.ts';
import { checkReferences } from '../entity/references.ts';
import { checkVersion } from '../entity/stamps.ts';
import { writableEntity } from '../entity/visibility.ts';
import { storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, conflict, notFound } from '../wire/platform-error.ts';
import { actionListing, actionProblems, actionType, viewActions } from './action.ts';
import { fileRoutes } from './action-files.ts';
import { askedView, shownAction } from './action-view.ts';
import { draftOf, draftsIn, forgetDraft } from './draft-store.ts';
import { functionProblem, publishFunction } from './function/function-store.ts';

const drafts = `${actionType.path}/drafts`;
const draft = `${actionType.path}/{actionId}/draft`;
const add = { any: ['integrations:action:add'] };
const edit = { any: ['integrations:action:edit'] };
const audit = { service: 'Integrations', entityType: 'ActionDraft' };

/** Drafts of data actions: of new ones, or of published ones; a contract changes only through them. */
export const draftRoutes: readonly Route[] = [
  { method: 'GET', path: drafts, permissions: viewActions, handle: list },
  { method: 'POST', path: drafts, permissions: add, handle: createNew },
  { method: 'GET', path: draft, permissions: viewActions, handle: get },
  { method: 'POST', path: draft, permissions: edit, handle: createFromPublished },
  { method: 'PATCH', path: draft, permissions: edit, handle: update },
  { method: 'DELETE', path: draft, permissions: { any: ['integrations:action:delete'] }, handle: remove },
  { method: 'GET', path: `${draft}/validation`, permissions: edit, handle: validate },
  { method: 'POST', path: `${draft}/publish`, permissions: edit, handle: publish },
  ...fileRoutes(draft, shownDraft),
];

function list(context: Context): Reply {
  const view = askedView(context, true);
  const name = context.query.get('name')?.toLowerCase();
  const holds = actionListing.filter?.(context.query, context);
  const items = draftsIn(context.organisation)
    .shownAll()
    .filter(
      (entry) => holds?.(entry) !== false && (!name || nameTest('contains', name)(textOf(entry, 'name').toLowerCase())),
    );
  return {
    status: 200,
    body: pageOf(context, items, { maxPageSize: 100, present: (entry: Entity) => shownAction(entry, view) }),
  };
}

function get(context: Context): Reply {
  return { status: 200, body: shownAction(shownDraft(context), askedView(context, true)) };
}

function createNew(context: Context): Reply {
  const body = checkBody(context.body, 'PostActionInput');
  const entity: Entity = { secure: false, ...body, id: context.organisation.ids.next(), version: 1 };
  checkReferences(context, actionType, entity);
  return store(context, entity, undefined);
}

function createFromPublished(context: Context): Reply {
  const action = writableEntity(context, actionType, actionId(context), add);
  if (draftOf(context.organisation, action.id))
    throw conflict(`The data action with id ${action.id} already has a draft.`);
  return store(context, action, undefined);
}

function update(context: Context): Reply {
  const before = currentDraft(context);
  const body = checkBody(context.body, 'UpdateDraftInput');
  checkVersion(actionType, body, before);
  return store(context, { ...before, ...body, id: before.id, version: Number(before['version']) + 1 }, before);
}

function remove(context: Context): Reply {
  const before = currentDraft(context);
  forgetDraft(context.organisation, before.id);
  recordAudit(context, { ...auditOf(audit, before, undefined) });
  return { status: 204 };
}

function validate(context: Context): Reply {
  const errors = actionProblems(shownDraft(context)).map(({ field, message }): JsonObject => ({
    message,
    code: 'invalid.value',
    status: 400,
    details: [{ errorCode: 'invalid.value', fieldName: field }],
  }));
  return { status: 200, body: { valid: errors.length === 0, errors } };
}

function publish(context: Context): Reply {
  const entry = currentDraft(context);
  checkVersion(actionType, checkBody(context.body, 'PublishDraftInput'), entry);
  const problem = functionProblem(context.organisation, entry.id);
  if (problem !== undefined) throw badRequest(problem, 'invalid.value');
  const before = context.organisation.collection(actionType.name).current(entry.id);
  const version = Math.max(Number(before?.['version'] ?? 0), Number(entry['version'])) + (before ? 1 : 0);
  const after = storeEntity(context, actionType, { entity: { ...entry, version }, before });
  recordAudit(context, {
    ...actionType.audit,
    action: 'Publish',
    entity: { id: after.id, name: textOf(after, 'name') },
  });
  publishFunction(context.organisation, entry.id);
  forgetDraft(context.organisation, entry.id);
  return { status: 200, body: shownAction(after, { contract: true, config: true, draft: false }) };
}

function store(context: Context, entity: Entity, before: Entity | undefined): Reply {
  draftsIn(context.organisation).put(entity);
  recordAudit(context, auditOf(audit, before, entity));
  return { status: 200, body: shownAction(entity, { contract: true, config: true, draft: true }) };
}

function shownDraft(context: Context): Entity {
  return draftsIn(context.organisation).shown(actionId(context)) ?? noDraft(context);
}

function currentDraft(context: Context): Entity {
  return draftOf(context.organisation, actionId(context)) ?? noDraft(context);
}

function noDraft(context: Context): never {
  throw notFound('draft of data action', actionId(context));
}

function actionId(context: Context): string {
  return context.params['actionId'] ?? '';
}
