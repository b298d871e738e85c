import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { pageOf } from '../../entity/listing.ts';
import type { Route } from '../../feature.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { badRequest, notFound } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { assignedDids, assignedExtensions, type AssignedNumber } from './assigned-numbers.ts';
import { didPoolRule, extensionPoolRule } from './pools.ts';
import { liesIn, numberAt, sizeOf, type PoolRule } from './ranges.ts';

const root = '/api/v2/telephony/providers/edges';

/** Numbers and extensions: those that IVRs and people have, and all numbers of pools. */
export const numberRoutes: readonly Route[] = [
  describedRoute('getTelephonyProvidersEdgesDids', (context) => ({
    status: 200,
    body: pageOf(context, wanted(context, dids(context), 'phoneNumber'), paging),
  })),
  describedRoute('getTelephonyProvidersEdgesDid', (context) => ({
    status: 200,
    body: oneOf(dids(context), 'DID', context.params['didId']),
  })),
  describedRoute('getTelephonyProvidersEdgesDidpoolsDids', (context) => ({
    status: 200,
    body: pageOf(context, numbersOfPools(context), paging),
  })),
  describedRoute('getTelephonyProvidersEdgesExtensions', (context) => ({
    status: 200,
    body: pageOf(context, wanted(context, extensions(context), 'number'), paging),
  })),
  describedRoute('getTelephonyProvidersEdgesExtension', (context) => ({
    status: 200,
    body: oneOf(extensions(context), 'extension', context.params['extensionId']),
  })),
];

const paging = { maxPageSize: 100, present: (item: JsonObject): JsonObject => item };

function oneOf(entities: readonly Entity[], label: string, id = ''): Entity {
  const found = entities.find((entity) => entity.id === id);
  if (!found) throw notFound(label, id);
  return found;
}

function wanted(context: Context, entities: readonly Entity[], property: string): readonly Entity[] {
  const given = context.query.get(property) ?? '';
  return given === '' ? entities : entities.filter((entity) => entity[property] === given);
}

function dids(context: Context): readonly Entity[] {
  return inPools(context, didPoolRule, assignedDids(context.organisation)).map(({ assigned, pool, id }) => ({
    ...ownerOf(assigned),
    id,
    name: assigned.number,
    phoneNumber: assigned.number,
    didPool: { id: pool.id, selfUri: `${root}/didpools/${pool.id}` },
    state: 'active',
    selfUri: `${root}/dids/${id}`,
  }));
}

function extensions(context: Context): readonly Entity[] {
  const assigned = assignedExtensions(context.organisation);
  return inPools(context, extensionPoolRule, assigned).map(({ assigned: { number }, assigned: held, pool, id }) => ({
    ...ownerOf(held),
    id,
    name: number,
    number,
    extensionPool: { id: pool.id, selfUri: `${root}/extensionpools/${pool.id}` },
    state: 'active',
    selfUri: `${root}/extensions/${id}`,
  }));
}

type Pooled = { readonly assigned: AssignedNumber; readonly pool: Entity; readonly id: string };

function inPools(context: Context, rule: PoolRule, numbers: readonly AssignedNumber[]): readonly Pooled[] {
  const pools = poolsOf(context, rule);
  return numbers.flatMap((assigned) => {
    const pool = pools.find((candidate) => liesIn(rule, candidate, assigned.number));
    const id = uuidFrom(`${context.organisation.id}/${rule.type}/${assigned.number}`);
    return pool ? [{ assigned, pool, id }] : [];
  });
}

function poolsOf({ organisation }: Context, { type }: PoolRule): readonly Entity[] {
  return organisation
    .collection(type)
    .shownAll()
    .filter((pool) => pool['state'] !== 'deleted');
}

/** The numbers of some pools (of all, when none are named) that are free, taken, or both. */
function numbersOfPools(context: Context): readonly JsonObject[] {
  const kind = context.query.get('type') ?? '';
  if (!['ASSIGNED_AND_UNASSIGNED', 'ASSIGNED', 'UNASSIGNED'].includes(kind)) {
    throw badRequest('type must be ASSIGNED_AND_UNASSIGNED, ASSIGNED or UNASSIGNED.', 'invalid.value');
  }
  const ids = queryList(context.query, 'id');
  const match = context.query.get('numberMatch') ?? '';
  const owners = new Map(assignedDids(context.organisation).map((held) => [held.number, held]));
  return poolsOf(context, didPoolRule)
    .filter((pool) => ids.length === 0 || ids.includes(pool.id))
    .flatMap((pool) => numbersOf(pool).map((number) => didNumber(pool, number, owners.get(number))))
    .filter((did) => match === '' || textOf(did, 'number').includes(match))
    .filter((did) => kind === 'ASSIGNED_AND_UNASSIGNED' || did['assigned'] === (kind === 'ASSIGNED'));
}

function numbersOf(pool: Entity): readonly string[] {
  const [start, end] = [textOf(pool, didPoolRule.start), textOf(pool, didPoolRule.end)];
  return Array.from({ length: sizeOf(start, end) }, (_unused, index) => numberAt(start, index));
}

function didNumber(pool: Entity, number: string, held: AssignedNumber | undefined): JsonObject {
  return {
    id: number,
    name: number,
    number,
    assigned: held !== undefined,
    didPool: { id: pool.id, selfUri: `${root}/didpools/${pool.id}` },
    ...(held ? ownerOf(held) : {}),
  };
}

function ownerOf({ owner, ownerType }: AssignedNumber): JsonObject {
  const path = ownerType === 'USER' ? '/api/v2/users' : '/api/v2/architect/ivrs';
  return { owner: { id: owner.id, name: textOf(owner, 'name'), selfUri: `${path}/${owner.id}` }, ownerType };
}
