import type { JsonObject } from '../../core/index.ts';
import { withDefaults, type LiveObject, type TypeListing } from '../../core/resource/index.ts';
import type { Clock, Platform, PlatformFailure, WriteContext } from '../ports.ts';
import {
  describe,
  platformError,
  pointedAt,
  putNew,
  record,
  toLive,
  truth,
  visible,
  type Effect,
  type FakeObject,
  type FakeState,
  type Writer,
} from './fake-organisation.ts';

/** A write about to reach the fake. `attempt` counts writes of this kind to this object or key from 1. */
export interface FakeWrite {
  readonly kind: 'create' | 'update' | 'remove' | 'restore';
  readonly type: string;
  /** The id, or for creations the name. */
  readonly target: string;
  readonly attempt: number;
}

/**
 * What a script makes of a write: fail without effect with this failure, or `lost`: take effect, then fail as unknown.
 * Undefined lets it through.
 */
export type FaultScript = (write: FakeWrite) => PlatformFailure | 'lost' | undefined;

/** An organisation in memory, of the made-up types. */
export interface FakeOrganisation {
  readonly id: string;
  readonly effects: readonly Effect[];
  /** The port for our own client. */
  readonly platform: Platform;
  /** Makes an object by hand, visible at once when made before anything reads. */
  readonly add: (type: string, body: JsonObject, content?: string) => string;
  /** Changes an object by hand, as a person does in the console. */
  readonly edit: (type: string, id: string, change: JsonObject, person?: string) => void;
  /** Removes an object by hand. */
  readonly drop: (type: string, id: string) => void;
  /** What really is there, by `type/name`, without ids of the objects themselves. */
  readonly truth: () => Readonly<Record<string, JsonObject>>;
  /** The true ids of the objects with this name. */
  readonly idsOf: (type: string, name: string) => readonly string[];
  script: FaultScript;
  /** False: audits can not be read. */
  areAuditsReadable: boolean;
  /** Locks by object id. */
  readonly locks: Map<string, string>;
}

/** A made-up organisation on the clock; reads lag behind writes by `lagMs`. */
export function createFakeOrganisation(
  clock: Pick<Clock, 'now'>,
  options: { readonly id?: string; readonly lagMs?: number } = {},
): FakeOrganisation {
  const state: FakeState = {
    clock,
    lagMs: options.lagMs ?? 0,
    objects: new Map(),
    audits: [],
    effects: [],
    jobs: new Map(),
    ids: { last: 0 },
  };
  const id = options.id ?? 'org-1';
  const us: Writer = { clientId: 'signalbox-client' };
  const organisation: FakeOrganisation = {
    id,
    effects: state.effects,
    platform: { ...reader(state, () => organisation, id), ...writer(state, () => organisation, us) },
    add: (type, body, content) => {
      const object = putNew({ ...state, lagMs: 0 }, type, { body, content }, { person: 'Setup' });
      return object.id;
    },
    edit: (type, objectId, change, person = 'Alex') => edit(state, type, objectId, { change, by: { person } }),
    drop: (type, objectId) => remove(state, type, objectId, { person: 'Alex' }),
    truth: () => describeTruth(state),
    idsOf: (type, name) =>
      [...state.objects.values()]
        .filter((object) => object.type === type && truth(object)?.['name'] === name)
        .map((object) => object.id),
    script: () => undefined,
    areAuditsReadable: true,
    locks: new Map(),
  };
  return organisation;
}

function reader(
  state: FakeState,
  organisation: () => FakeOrganisation,
  organisationId: string,
): Omit<Platform, 'create' | 'update' | 'remove' | 'restore' | 'settleTicket'> {
  return {
    identify: async () => ({ id: organisationId, name: 'Fake', domain: 'fake.example', clientId: 'signalbox-client' }),
    list: async (type) => listing(objectsOf(state, type)),
    listPart: async (type, parentId) => {
      const { shape } = describe(type);
      if (shape.kind === 'facet') return listing([readFacet(state, type, parentId)]);
      return listing(objectsOf(state, type).filter((live) => live.id.startsWith(`${parentId}/`)));
    },
    listDeleted: async (type) => listing(deletedOf(state, type)),
    read: async (type, id) =>
      describe(type).shape.kind === 'facet' ? readFacet(state, type, id) : readObject(state, type, id),
    readContent: async (type, id) => {
      const object = state.objects.get(`${type} ${id}`);
      const seen = object === undefined ? undefined : visible(state, object);
      const revision = seen?.live.body['published'];
      return seen?.content === undefined || typeof revision !== 'string' ? undefined : { text: seen.content, revision };
    },
    consumers: async (type, id) =>
      usersOf(state, type, id).map((object) => ({
        type: object.type,
        id: object.id,
        name: String(truth(object)?.['name']),
      })),
    obstacles: async (_, id) => {
      const holder = organisation().locks.get(id);
      return holder === undefined ? [] : [{ kind: 'locked', holder, detail: 'locked in the editor' }];
    },
    audits: async (type, interval, id) => {
      if (!organisation().areAuditsReadable) return undefined;
      return state.audits.filter(
        (event) =>
          event.type === type &&
          event.at >= interval.from &&
          event.at < interval.to &&
          (id === undefined || event.entityId === id),
      );
    },
  };
}

function writer(
  state: FakeState,
  organisation: () => FakeOrganisation,
  us: Writer,
): Pick<Platform, 'create' | 'update' | 'remove' | 'restore' | 'settleTicket'> {
  const attempts = new Map<string, number>();
  const faulty = async <Value>(write: Omit<FakeWrite, 'attempt'>, effect: () => Value): Promise<Value> => {
    const name = `${write.kind} ${write.type} ${write.target}`;
    const attempt = (attempts.get(name) ?? 0) + 1;
    attempts.set(name, attempt);
    const fault = organisation().script({ ...write, attempt });
    if (fault !== undefined && fault !== 'lost') throw platformError(fault, `scripted: ${fault}`);
    const value = effect();
    if (fault === 'lost') throw platformError('unknown', 'scripted: the answer was lost');
    return value;
  };
  return {
    create: async (type, body, context) => {
      const ticket = context.content === undefined ? undefined : await takeTicket(state, context);
      return faulty({ kind: 'create', type, target: String(body['name'] ?? body['position'] ?? body['text']) }, () => {
        checkReferences(state, type, body);
        const object = putNew(state, type, { body, content: context.content }, us);
        if (ticket !== undefined) state.jobs.set(ticket, { state: 'done', id: object.id });
        return toLive(object, truth(object) ?? {});
      });
    },
    update: async (type, id, body, context) => {
      const ticket = context.content === undefined ? undefined : await takeTicket(state, context);
      return faulty({ kind: 'update', type, target: id }, () => {
        const live = update(state, type, id, { body, content: context.content, by: us });
        if (ticket !== undefined) state.jobs.set(ticket, { state: 'done', id });
        return live;
      });
    },
    remove: async (type, id) => faulty({ kind: 'remove', type, target: id }, () => remove(state, type, id, us)),
    restore: async (type, id) => faulty({ kind: 'restore', type, target: id }, () => restore(state, type, id, us)),
    settleTicket: async (_, ticket) => state.jobs.get(String(ticket['job'])) ?? { state: 'failed' },
  };
}

async function takeTicket(state: FakeState, context: WriteContext): Promise<string> {
  const job = `job-${(state.ids.last += 1)}`;
  await context.recordTicket({ job });
  return job;
}

function update(
  state: FakeState,
  type: string,
  id: string,
  sent: { readonly body: JsonObject; readonly content?: string | undefined; readonly by: Writer },
): LiveObject {
  const descriptor = describe(type);
  checkReferences(state, type, sent.body);
  if (descriptor.shape.kind === 'facet') {
    const parent = state.objects.get(`${descriptor.shape.parentType} ${id}`);
    if (parent === undefined || truth(parent) === undefined) throw platformError('gone', `${type} ${id} is not there`);
    const facet = putNew(state, type, { id, body: sent.body }, sent.by);
    return toLive(facet, truth(facet) ?? {});
  }
  const object = state.objects.get(`${type} ${id}`);
  const before = object === undefined ? undefined : truth(object);
  if (object === undefined || before === undefined) throw platformError('gone', `${type} ${id} is not there`);
  if (descriptor.versioned && sent.body['version'] !== before['version'])
    throw platformError('conflict', 'the version is stale');
  record(state, object, { kind: 'update', body: { ...sent.body, id }, content: sent.content, by: sent.by });
  return toLive(object, truth(object) ?? {});
}

function edit(
  state: FakeState,
  type: string,
  id: string,
  edited: { readonly change: JsonObject; readonly by: Writer },
): void {
  const object = state.objects.get(`${type} ${id}`);
  const before = object === undefined ? undefined : truth(object);
  if (object === undefined || before === undefined) throw new Error(`no ${type} ${id}`);
  record(state, object, { kind: 'update', body: { ...before, ...edited.change }, by: edited.by });
}

function remove(state: FakeState, type: string, id: string, by: Writer): void {
  const object = state.objects.get(`${type} ${id}`);
  if (object === undefined || truth(object) === undefined) return;
  const users = usersOf(state, type, id);
  if (users.length > 0)
    throw platformError('rejected', `${type} ${id} is used by ${users.map((user) => user.id).join(', ')}`);
  record(state, object, { kind: 'remove', body: undefined, by });
  for (const part of state.objects.values()) {
    const { shape } = describe(part.type);
    const isBelow = part.id.startsWith(`${id}/`) || (part.id === id && part.type !== type);
    if (shape.kind !== 'object' && isBelow && truth(part) !== undefined) {
      part.states.push({ visibleAt: state.clock.now() + state.lagMs, body: undefined, content: undefined });
    }
  }
}

function deletedOf(state: FakeState, type: string): readonly LiveObject[] {
  return [...state.objects.values()]
    .filter((object) => object.type === type && visible(state, object) === undefined && truth(object) === undefined)
    .flatMap((object) => {
      const last = object.states.findLast(({ body }) => body !== undefined)?.body;
      return last === undefined ? [] : [toLive(object, last)];
    });
}

function restore(state: FakeState, type: string, id: string, by: Writer): LiveObject {
  const object = state.objects.get(`${type} ${id}`);
  const last = object?.states.findLast(({ body }) => body !== undefined);
  if (object === undefined || last?.body === undefined) throw platformError('gone', `${type} ${id} was never there`);
  record(state, object, { kind: 'restore', body: last.body, by });
  return toLive(object, truth(object) ?? {});
}

function checkReferences(state: FakeState, type: string, body: JsonObject): void {
  for (const target of pointedAt(describe(type), body)) {
    const object = state.objects.get(`${target.type} ${target.id}`);
    if (object === undefined || truth(object) === undefined)
      throw platformError('rejected', `${target.type} ${target.id} does not exist`);
  }
}

/** Who points at the object; its own parts do not count. */
function usersOf(state: FakeState, type: string, id: string): readonly FakeObject[] {
  return [...state.objects.values()].filter((object) => {
    const descriptor = describe(object.type);
    const body = truth(object);
    if (body === undefined || descriptor.shape.kind !== 'object' || (object.type === type && object.id === id))
      return false;
    return pointedAt(descriptor, body).some((target) => target.type === type && target.id === id);
  });
}

function objectsOf(state: FakeState, type: string): readonly LiveObject[] {
  return [...state.objects.values()]
    .filter((object) => object.type === type)
    .flatMap((object) => visible(state, object)?.live ?? []);
}

function readObject(state: FakeState, type: string, id: string): LiveObject | undefined {
  const object = state.objects.get(`${type} ${id}`);
  return object === undefined ? undefined : visible(state, object)?.live;
}

function readFacet(state: FakeState, type: string, parentId: string): LiveObject | undefined {
  const { shape } = describe(type);
  if (shape.kind === 'object' || readObject(state, shape.parentType, parentId) === undefined) return undefined;
  return (
    readObject(state, type, parentId) ?? {
      id: parentId,
      body: { id: parentId, [shape.parentField]: { id: parentId }, labels: [] },
    }
  );
}

function listing(objects: readonly (LiveObject | undefined)[]): TypeListing {
  return { objects: objects.filter((live) => live !== undefined), complete: true };
}

/** Ids of objects are written as their names, defaults are filled in and empty values left out, so that two states compare. */
function describeTruth(state: FakeState): Readonly<Record<string, JsonObject>> {
  const live = [...state.objects.values()].flatMap((object) => {
    const body = truth(object);
    return body === undefined ? [] : [{ object, body, descriptor: describe(object.type) }];
  });
  const nameOf = (id: string): string => {
    const [top = '', ...below] = id.split('/');
    const found = live.find(({ object, descriptor }) => object.id === top && descriptor.shape.kind === 'object');
    return found === undefined ? id : [String(found.body['name']), ...below].join('/');
  };
  const entries = live.flatMap(({ object, body, descriptor }) => {
    const { id: _id, version: _version, published: _published, ...rest } = withDefaults(descriptor, body);
    const given = Object.entries(rest).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    );
    if (descriptor.shape.kind === 'facet' && given.length < 2) return [];
    const text = JSON.stringify(Object.fromEntries(given)).replaceAll(
      /"id":"([^"]+)"/gu,
      (_match, target: string) => `"id":"${nameOf(target)}"`,
    );
    const [parent = '', ...own] = object.id.split('/');
    const name =
      descriptor.shape.kind === 'object' ? String(body['name'] ?? object.id) : [nameOf(parent), ...own].join('/');
    const content = object.content === undefined ? {} : { content: object.content };
    return [[`${object.type}/${name}`, { ...(JSON.parse(text) as JsonObject), ...content }] as const];
  });
  return Object.fromEntries(entries.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
