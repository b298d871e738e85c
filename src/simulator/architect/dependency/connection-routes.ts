import type { Context } from '../../context.ts';
import type { Route } from '../../feature.ts';
import { stringsAt } from '../../kernel/paths.ts';
import type { JsonObject } from '../../kernel/values.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';

/** An object of the general dependency graph. */
type Node = { readonly entityType: EntityWord; readonly entityId: string };
type EntityWord = 'Integration' | 'DataAction' | 'Credential';

/** Where objects of a type live and at which path they name what they require. */
const kinds: Readonly<Record<EntityWord, { readonly collection: string; readonly requires?: [string, EntityWord] }>> = {
  Integration: { collection: 'integration', requires: ['configuration.credentials.*.id', 'Credential'] },
  DataAction: { collection: 'integration_action', requires: ['integrationId', 'Integration'] },
  Credential: { collection: 'integration_credential' },
};

const path = '/api/v2/dependencies/type/{entityType}/id/{entityId}/connections';
const permissions = { any: ['dependencies:dependency:view'] };

/** The general dependency graph: of integrations, their credentials and their data actions only. */
export const connectionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${path}/requires`,
    permissions,
    handle: (context) => page(context, requiredBy(context, nodeIn(context))),
  },
  {
    method: 'GET',
    path: `${path}/requiredby`,
    permissions,
    handle: (context) => page(context, requiring(context, nodeIn(context))),
  },
  { method: 'GET', path: `${path}/requiredbycounts`, permissions, handle: counts },
];

function nodeIn(context: Context): Node {
  const { entityType = '', entityId = '' } = context.params;
  if (!isWord(entityType)) {
    const details = [{ errorCode: 'invalid.value', fieldName: 'entityType' }];
    const message = `Value [${entityType}] is not valid for field [entityType]. Allowable values are: ${Object.keys(kinds).join(', ')}`;
    throw badRequest(message, 'invalid.value', { details });
  }
  if (!context.organisation.collection(kinds[entityType].collection).current(entityId)) {
    throw notFound(entityType, entityId);
  }
  return { entityType, entityId };
}

function isWord(text: string): text is EntityWord {
  return Object.hasOwn(kinds, text);
}

/** What the object requires itself. */
function requiredBy(context: Context, node: Node): readonly Node[] {
  const { collection, requires } = kinds[node.entityType];
  const entity = context.organisation.collection(collection).current(node.entityId);
  if (!entity || !requires) return [];
  const [where, entityType] = requires;
  return [...new Set(stringsAt(entity, where))].map((entityId) => ({ entityType, entityId }));
}

/** What requires the object itself. */
function requiring(context: Context, node: Node): readonly Node[] {
  return Object.keys(kinds)
    .filter(isWord)
    .flatMap((entityType) => {
      const { collection, requires } = kinds[entityType];
      if (requires?.[1] !== node.entityType) return [];
      const all = context.organisation.collection(collection).currentAll();
      const users = all.filter((entity) => stringsAt(entity, requires[0]).includes(node.entityId));
      return users.map((entity) => ({ entityType, entityId: entity.id }));
    });
}

/** How many objects depend on this one, directly or through others. */
function counts(context: Context): Reply {
  const seen = new Set<string>();
  const visit = (node: Node): void => {
    for (const user of requiring(context, node)) {
      if (seen.has(keyOf(user))) continue;
      seen.add(keyOf(user));
      visit(user);
    }
  };
  visit(nodeIn(context));
  return { status: 200, body: { estimatedCount: seen.size } };
}

/** A page of objects in the order of type and id; cursors are the type and id next to it. */
function page(context: Context, nodes: readonly Node[]): Reply {
  const sorted = nodes.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const size = pageSize(context);
  const [after, before] = [cursor(context, 'after'), cursor(context, 'before')];
  const beyond = sorted.filter((node) => (!after || keyOf(node) > after) && (!before || keyOf(node) < before));
  const entities = before ? beyond.slice(-size) : beyond.slice(0, size);
  const [first, last] = [entities[0], entities.at(-1)];
  const hasMore = last !== undefined && last !== sorted.at(-1);
  const hasLess = first !== undefined && first !== sorted[0];
  return {
    status: 200,
    body: {
      entities: entities satisfies readonly JsonObject[],
      ...(hasMore ? { nextUri: link(context, 'after', last, size) } : {}),
      ...(hasLess ? { previousUri: link(context, 'before', first, size) } : {}),
      selfUri: context.pathname,
    },
  };
}

function pageSize(context: Context): number {
  const size = Number(context.query.get('pageSize') ?? 25);
  if (Number.isInteger(size) && size >= 1 && size <= 100) return size;
  throw badRequest('pageSize must be between 1 and 100.', 'invalid.page.size');
}

function cursor(context: Context, side: 'after' | 'before'): string | undefined {
  const [type, id] = [context.query.get(`${side}SourceType`), context.query.get(`${side}SourceId`)];
  return type && id ? `${type}/${id}` : undefined;
}

function link(context: Context, side: 'after' | 'before', node: Node, size: number): string {
  const query = new URLSearchParams({
    pageSize: String(size),
    [`${side}SourceType`]: node.entityType,
    [`${side}SourceId`]: node.entityId,
  });
  return `${context.pathname}?${query.toString()}`;
}

function keyOf(node: Node): string {
  return `${node.entityType}/${node.entityId}`;
}
