import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { pageOf } from '../entity/listing.ts';
import { namedEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { contactType } from './contact.ts';
import { organizationType } from './organization.ts';

const shelf = 'externalcontacts.notes';

/** Notes on contacts and organizations: listed, written, changed and deleted under what they are about. */
export const noteRoutes: readonly Route[] = [
  ...routesOf(contactType, 'contact'),
  ...routesOf(organizationType, 'externalOrganization'),
];

function routesOf(type: EntityType, word: string): readonly Route[] {
  const path = `${type.path}/{${type.idParameter}}/notes`;
  const one = `${path}/{noteId}`;
  const rule = (action: string): { readonly any: readonly string[] } => ({
    any: [`relate:${word}:${action}`, `externalContacts:${word}:${action}`],
  });
  const [view, edit] = [rule('view'), rule('edit')];
  return [
    { method: 'GET', path, permissions: view, handle: (context) => list(context, type) },
    { method: 'POST', path, permissions: edit, handle: (context) => write(context, type, undefined) },
    { method: 'GET', path: one, permissions: view, handle: (context) => reply(type, noteNamed(context, type)) },
    {
      method: 'PUT',
      path: one,
      permissions: edit,
      handle: (context) => write(context, type, noteNamed(context, type)),
    },
    { method: 'DELETE', path: one, permissions: edit, handle: (context) => remove(context, type) },
  ];
}

function list(context: Context, type: EntityType): Reply {
  const owner = ownerOf(context, type);
  const notes = context.organisation
    .collection(shelf)
    .shownAll()
    .filter((note) => note['entityId'] === owner.id);
  return { status: 200, body: pageOf(context, notes, { maxPageSize: 100, present: (note) => shown(type, note) }) };
}

function write(context: Context, type: EntityType, before: Entity | undefined): Reply {
  const owner = ownerOf(context, type);
  const noteText = isObject(context.body) ? textOf(context.body, 'noteText') : '';
  if (noteText === '') throw badRequest('The request is missing a required value: noteText.', 'missing.required.value');
  const now = isoDate(context.now);
  const made = { entityId: owner.id, createDate: now, createdBy: { id: context.caller.subjectId } };
  const note: Entity = {
    ...(before ?? made),
    id: before?.id ?? context.organisation.ids.next(),
    noteText,
    modifyDate: now,
  };
  context.organisation.collection(shelf).put(note);
  return reply(type, note);
}

function remove(context: Context, type: EntityType): Reply {
  context.organisation.collection(shelf).remove(noteNamed(context, type).id);
  return { status: 204 };
}

function ownerOf(context: Context, type: EntityType): Entity {
  return namedEntity(context, type);
}

function noteNamed(context: Context, type: EntityType): Entity {
  const id = context.params['noteId'] ?? '';
  const note = context.organisation.collection(shelf).current(id);
  if (note?.['entityId'] !== ownerOf(context, type).id) throw notFound('note', id);
  return note;
}

function reply(type: EntityType, note: Entity): Reply {
  return { status: 200, body: shown(type, note) };
}

function shown({ path }: EntityType, note: Entity): JsonObject {
  return { ...note, selfUri: `${path}/${textOf(note, 'entityId')}/notes/${note.id}` };
}
