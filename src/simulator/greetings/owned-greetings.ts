import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { pageOf } from '../entity/listing.ts';
import { presentEntity } from '../entity/present.ts';
import { selectEntities } from '../entity/select.ts';
import { createEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { isObject, type Entity, type JsonObject } from '../kernel/values.ts';
import { operationNamed } from '../model/description.ts';
import { keepKnown } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { belongsTo, greetingType } from './greeting.ts';

type Owner = {
  readonly list: string;
  readonly create: string;
  readonly parameter: string;
  readonly type: 'user' | 'group';
  readonly ownerType: 'USER' | 'GROUP';
  /** Model of an element of the list: of users it names the greetings only. */
  readonly element: string;
};

const users: Owner = {
  list: 'getUserGreetings',
  create: 'postUserGreetings',
  parameter: 'userId',
  type: 'user',
  ownerType: 'USER',
  element: 'DomainEntity',
};

const groups: Owner = {
  list: 'getGroupGreetings',
  create: 'postGroupGreetings',
  parameter: 'groupId',
  type: 'group',
  ownerType: 'GROUP',
  element: 'Greeting',
};

/** The greetings of a user or a group: listed and made under their owner, whatever the body says of it. */
export const ownedGreetingRoutes: readonly Route[] = [users, groups].flatMap((owner) => [
  describedRoute(owner.list, (context) => list(context, owner)),
  describedRoute(owner.create, (context) => create(context, owner)),
]);

function list(context: Context, owner: Owner): Reply {
  const ownerId = ownerOf(context, owner);
  const found = selectEntities(context, greetingType, { permissions: { none: true }, maxPageSize: 100 }).filter(
    (greeting) => belongsTo(greeting, owner.ownerType, ownerId),
  );
  const present = (greeting: Entity): JsonObject => keepKnown(shown(context, greeting), owner.element);
  const page = pageOf(context, found, { maxPageSize: 100, present });
  return { status: 200, body: keepKnown(page, operationNamed(owner.list).answer) };
}

function create(context: Context, owner: Owner): Reply {
  const id = ownerOf(context, owner);
  const body = isObject(context.body) ? { ...context.body, ownerType: owner.ownerType, owner: { id } } : context.body;
  return { status: 200, body: shown(context, createEntity(context, greetingType, body)) };
}

function ownerOf(context: Context, { parameter, type }: Owner): string {
  const id = context.params[parameter] ?? '';
  const found = context.organisation.collection(type).current(id);
  if (!found || found['state'] === 'deleted') throw notFound(type, id);
  return id;
}

function shown({ world, organisation }: Context, entity: Entity): JsonObject {
  return presentEntity(world, organisation, greetingType, { entity, expand: [] });
}
