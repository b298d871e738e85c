import type { Context } from '../context.ts';
import { recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { nameTest } from '../entity/select.ts';
import { readableEntity, writableEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { stringsOf, textOf, type Entity } from '../kernel/values.ts';
import { checkListBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { codesShelf } from './membership.ts';
import { queueType } from './queue.ts';
import { wrapupCodeType } from './wrapup-code.ts';

const path = '/api/v2/routing/queues/{queueId}/wrapupcodes';
const edit = { all: ['routing:queue:edit'] } as const;

/** Wrap-up codes that agents of a queue can choose. */
export const queueWrapupCodeRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: { all: ['routing:queue:view'] }, handle: listCodes },
  { method: 'POST', path, permissions: edit, handle: addCodes },
  { method: 'DELETE', path: `${path}/{codeId}`, permissions: edit, handle: removeCode },
];

function listCodes(context: Context): Reply {
  const queue = readableEntity(context, queueType, context.params['queueId'] ?? '');
  const wanted = context.query.get('name')?.toLowerCase();
  const matches = wanted ? nameTest('wildcard', wanted) : () => true;
  const codes = codesOf(context.organisation.collection(codesShelf).shown(queue.id))
    .flatMap((id) => context.organisation.collection(wrapupCodeType.name).current(id) ?? [])
    .filter((code) => matches(textOf(code, 'name').toLowerCase()));
  const present = (code: Entity): unknown => shownTo(context, wrapupCodeType, code);
  return { status: 200, body: pageOf(context, codes, { maxPageSize: 100, present }) };
}

function addCodes(context: Context): Reply {
  const queue = writableEntity(context, queueType, context.params['queueId'] ?? '', edit);
  const ids = checkListBody(context.body, 'WrapUpCodeReference').map((item) => textOf(item, 'id'));
  const codes = context.organisation.collection(wrapupCodeType.name);
  for (const id of ids) {
    if (!codes.current(id)) throw badRequest(`Unable to find wrap-up code with id ${id}`, 'invalid.reference');
  }
  const before = codesOf(context.organisation.collection(codesShelf).current(queue.id));
  store(context, queue, [...new Set([...before, ...ids])]);
  const added = ids.flatMap((id) => codes.current(id) ?? []);
  return { status: 200, body: added.map((code) => shownTo(context, wrapupCodeType, code)) };
}

function removeCode(context: Context): Reply {
  const queue = writableEntity(context, queueType, context.params['queueId'] ?? '', edit);
  const id = context.params['codeId'] ?? '';
  const before = codesOf(context.organisation.collection(codesShelf).current(queue.id));
  if (!before.includes(id)) throw notFound('wrap-up code of the queue', id);
  store(
    context,
    queue,
    before.filter((code) => code !== id),
  );
  return { status: 204 };
}

function store(context: Context, queue: Entity, codes: readonly string[]): void {
  const shelf = context.organisation.collection(codesShelf);
  const before = codesOf(shelf.current(queue.id));
  shelf.put({ id: queue.id, codes });
  recordAudit(context, {
    ...queueType.audit,
    action: 'Update',
    entity: { id: queue.id, name: textOf(queue, 'name') },
    changes: [{ property: 'wrapupCodes', oldValues: before, newValues: codes }],
  });
}

function codesOf(entry: Entity | undefined): readonly string[] {
  return stringsOf(entry?.['codes']);
}
