import { SignalboxError, type Json, type JsonObject, isJsonArray, isJsonObject } from '../../core/index.ts';
import { isSingle, singleName, type LiveObject, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { AuditEvent, Clock, PlatformFailure } from '../ports.ts';
import { fakeCatalogue } from './fake-types.ts';

/** Who writes: our client, or a person. */
export type Writer = { readonly clientId: string } | { readonly person: string };

/** One object with every state it ever had; the last one is the truth, readers may see an older one. */
export interface FakeObject {
  readonly type: string;
  readonly id: string;
  version: number;
  content: string | undefined;
  readonly states: {
    readonly visibleAt: number;
    readonly body: JsonObject | undefined;
    readonly content: string | undefined;
  }[];
}

/** A write that took effect. */
export interface Effect {
  readonly kind: 'create' | 'update' | 'remove' | 'restore';
  readonly type: string;
  readonly id: string;
  readonly by: Writer;
}

/** The state of a made-up organisation. */
export interface FakeState {
  readonly clock: Pick<Clock, 'now'>;
  /** How long after a write readers may see the state before it, in milliseconds. */
  readonly lagMs: number;
  readonly objects: Map<string, FakeObject>;
  readonly audits: (AuditEvent & { readonly type: string })[];
  readonly effects: Effect[];
  readonly jobs: Map<string, { state: 'done' | 'failed'; id: string }>;
  readonly ids: { last: number };
}

/** An error as the platform port throws it. */
export function platformError(failure: PlatformFailure, message: string): SignalboxError {
  return new SignalboxError({
    code: 'SB4099',
    message,
    remedy: 'See the fake.',
    context: { failure, correlationId: 'fake' },
  });
}

/** The object as a reader sees it now; undefined when it is not there (yet, or any more). */
export function visible(
  state: FakeState,
  object: FakeObject,
): { readonly live: LiveObject; readonly content: string | undefined } | undefined {
  const seen = object.states.findLast(({ visibleAt }) => visibleAt <= state.clock.now());
  if (seen?.body === undefined) return undefined;
  return { live: toLive(object, seen.body), content: seen.content };
}

/** The object as it really is. */
export function truth(object: FakeObject): JsonObject | undefined {
  return object.states.at(-1)?.body;
}

/** The object in wire form with its id. */
export function toLive(object: FakeObject, body: JsonObject): LiveObject {
  const version = body['version'];
  return { id: object.id, body, ...(typeof version === 'number' ? { version } : {}) };
}

/** Makes an object; readers see it once the lag is over. */
export function putNew(
  state: FakeState,
  type: string,
  made: { readonly id?: string; readonly body: JsonObject; readonly content?: string | undefined },
  by: Writer,
): FakeObject {
  const descriptor = describe(type);
  const id = made.id ?? ownId(descriptor, made.body) ?? `${type}-${(state.ids.last += 1)}`;
  const object = state.objects.get(`${type} ${id}`) ?? { type, id, version: 0, content: undefined, states: [] };
  state.objects.set(`${type} ${id}`, object);
  record(state, object, { kind: 'create', body: { ...made.body, id }, content: made.content, by });
  return object;
}

/** Changes or removes (`body` undefined) an object. */
export function record(
  state: FakeState,
  object: FakeObject,
  change: {
    readonly kind: Effect['kind'];
    readonly body: JsonObject | undefined;
    readonly content?: string | undefined;
    readonly by: Writer;
  },
): void {
  const descriptor = describe(object.type);
  const before = truth(object);
  object.version += 1;
  object.content = change.content ?? object.content;
  const { content } = object;
  const published = change.content === undefined ? before?.['published'] : `revision ${object.version}`;
  const counted = {
    ...(descriptor.versioned ? { version: object.version } : {}),
    ...(published === undefined ? {} : { published }),
  };
  const body = change.body === undefined ? undefined : { ...change.body, ...counted };
  object.states.push({ visibleAt: state.clock.now() + state.lagMs, body, content });
  state.effects.push({ kind: change.kind, type: object.type, id: object.id, by: change.by });
  audit(state, object, { kind: change.kind, before, after: body, by: change.by });
}

/** The descriptor of a made-up type. */
export function describe(type: string): ResourceDescriptor {
  const descriptor = fakeCatalogue.find(type);
  if (descriptor === undefined) throw new Error(`no made-up type ${type}`);
  return descriptor;
}

/** Ids that the body points at, with their types. */
export function pointedAt(
  descriptor: ResourceDescriptor,
  body: JsonObject,
): readonly { readonly type: string; readonly id: string }[] {
  return descriptor.references.flatMap((rule) => {
    const value: Json | undefined = body[rule.path];
    const id = isJsonObject(value) ? value['id'] : undefined;
    return typeof id === 'string' && typeof rule.type === 'string' ? [{ type: rule.type, id }] : [];
  });
}

function ownId(descriptor: ResourceDescriptor, body: JsonObject): string | undefined {
  if (isSingle(descriptor)) return singleName;
  if (descriptor.shape.kind !== 'child') return undefined;
  const parent = body[descriptor.shape.parentField];
  const own = descriptor.key.fields.at(-1) ?? '';
  return isJsonObject(parent) ? `${String(parent['id'])}/${String(body[own])}` : undefined;
}

function audit(
  state: FakeState,
  object: FakeObject,
  change: {
    readonly kind: Effect['kind'];
    readonly before: JsonObject | undefined;
    readonly after: JsonObject | undefined;
    readonly by: Writer;
  },
): void {
  const names = [...new Set([...Object.keys(change.before ?? {}), ...Object.keys(change.after ?? {})])];
  const show = (value: Json | undefined): readonly string[] =>
    value === undefined || value === null ? [] : isJsonArray(value) ? value.map(String) : [JSON.stringify(value)];
  const changes = names
    .map((property) => ({ property, before: show(change.before?.[property]), after: show(change.after?.[property]) }))
    .filter(({ before, after }) => before.join() !== after.join());
  state.audits.push({
    type: object.type,
    id: `audit-${state.audits.length + 1}`,
    at: new Date(state.clock.now()).toISOString(),
    action: change.kind,
    entityType: object.type,
    entityId: object.id,
    entityName: String(change.after?.['name'] ?? change.before?.['name'] ?? object.id),
    ...('clientId' in change.by
      ? { clientId: change.by.clientId }
      : { user: { id: change.by.person, name: change.by.person } }),
    changes,
  });
}
