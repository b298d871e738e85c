import type { Context } from '../context.ts';
import { stampsFor } from '../entity/stamps.ts';
import { layered, refId, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import type { NameMaker } from './name/name-maker.ts';
import type { Random } from './random.ts';
import type { Share } from './world-size.ts';

/** An organisation while it is filled. */
export type Draft = {
  readonly organisation: Organisation;
  readonly random: Random;
  readonly names: NameMaker;
  /** How many objects of the type there are to be. */
  readonly count: (type: string) => number;
  /** What was made of the type so far, in order. */
  readonly made: (type: string) => readonly Entity[];
  /** A made object of the type. */
  readonly any: (type: string) => Entity;
  /** A reference to a made object of the type. */
  readonly ref: (type: string) => { readonly id: string };
  /** References to up to `count` different made objects of the type. */
  readonly refs: (type: string, count: number) => readonly { readonly id: string }[];
  /**
   * Stores an object made from a request body as the API would, without its checks; `own` is laid over the result, and
   * its `$parameter` properties say what the object lies under.
   */
  readonly add: (type: string, body: JsonObject, own?: JsonObject) => Entity;
  /** Lays properties over a made object. */
  readonly change: (type: string, id: string, own: JsonObject) => void;
  /** The home division mostly, sometimes another one. */
  readonly division: () => JsonObject;
  /** The context of a write at some moment of the past. */
  readonly context: () => Context;
};

/** A part of a world: how many objects of its types, and how they are made. Later areas refer to earlier ones. */
export type Area = {
  /** By type name. */
  readonly shares: Readonly<Record<string, Share>>;
  readonly build: (draft: Draft) => void;
};

/** What a draft starts from. */
export type DraftPlan = {
  readonly context: Context;
  readonly random: Random;
  readonly names: NameMaker;
  readonly counts: Readonly<Record<string, number>>;
  /** Sees every body before it is stored. */
  readonly seen?: ((type: string, body: JsonObject) => void) | undefined;
};

const firstMoment = Date.UTC(2023, 0, 2);
const momentsMs = 2 * 365 * 86_400_000;

/** An empty draft of an organisation. */
export function createDraft(plan: DraftPlan): Draft {
  const { context, random } = plan;
  const { organisation, world } = context;
  const made = new Map<string, Entity[]>();
  const listOf = (type: string): Entity[] => made.get(type) ?? made.set(type, []).get(type) ?? [];
  const contextNow = (): Context => ({ ...context, now: firstMoment + random.below(momentsMs) });
  return {
    organisation,
    random,
    names: plan.names,
    count: (type) => plan.counts[type] ?? 0,
    made: listOf,
    any: (type) => random.of(listOf(type)),
    ref: (type) => ({ id: random.of(listOf(type)).id }),
    refs: (type, count) => random.some(listOf(type), count).map(({ id }) => ({ id })),
    add: (typeName, body, own) => {
      const type = world.types.get(typeName);
      if (!type) throw new Error(`the simulator has no type ${typeName}`);
      plan.seen?.(typeName, body);
      const then = { ...contextNow(), params: parametersIn(own) };
      const accepted = type.hooks?.accept?.(then, body, undefined) ?? body;
      const filled = layered(type.defaults?.(organisation) ?? {}, accepted);
      const division = { id: refId(filled['division']) ?? organisation.homeDivisionId };
      const entity: Entity = {
        ...withoutNulls(filled),
        ...(type.divided ? { division } : {}),
        ...stampsFor(then, type, undefined),
        ...own,
        id: type.givenId?.of(filled) ?? organisation.ids.next(),
      };
      organisation.collection(typeName).put(entity);
      type.hooks?.stored?.(then, entity, undefined);
      listOf(typeName).push(entity);
      return entity;
    },
    change: (typeName, id, own) => {
      const objects = organisation.collection(typeName);
      const before = objects.current(id);
      if (before) objects.put({ ...before, ...own, id });
    },
    division: () => ({ id: random.chance(0.6) ? organisation.homeDivisionId : random.of(listOf('auth_division')).id }),
    context: contextNow,
  };
}

function parametersIn(own: JsonObject = {}): Readonly<Record<string, string>> {
  const parents = Object.entries(own).filter(([name]) => name.startsWith('$'));
  return Object.fromEntries(parents.map(([name, value]) => [name.slice(1), String(value)]));
}
