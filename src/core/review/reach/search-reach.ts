import { addressOf } from '../../plan/world/label.ts';
import { ensureListed, findObject, incompleteBecause, objectsOfType } from '../../plan/world/listing.ts';
import { beforeOf, documentOf } from '../../plan/world/projected-object.ts';
import { needRead, type ProjectedObject, type World } from '../../plan/world/world.ts';
import type { Plan } from '../../plan/plan.ts';
import { referencesIn } from '../../resource/reference.ts';
import type { ReachedObject } from '../review.ts';
import type { ReachKnowledge } from '../review-knowledge.ts';
import { canReferToAny, targetsOf } from './mentions.ts';
import { isInAny, rangesOf } from './number-ranges.ts';

/** Objects whose users the platform is asked for at most: each is a request, and a plan may touch thousands. */
const mostTracked = 80;

/** Longer ways than this end; the review says so. */
const mostSteps = 10;

/** An object and how it is connected with what is touched. */
export interface Found {
  /** Absent for what only the platform's tracking names. */
  readonly object?: ProjectedObject | undefined;
  readonly type: string;
  readonly address: string;
  readonly via: readonly string[];
}

/** What was found, the touched objects themselves apart from those that they can affect. */
export interface Search {
  readonly touched: readonly Found[];
  readonly reached: readonly Found[];
  /** Sentences. */
  readonly unseen: ReadonlySet<string>;
}

interface Progress {
  readonly world: World;
  readonly knowledge: ReachKnowledge;
  /** By type and handle, or by address for what has no object. */
  readonly known: Set<string>;
  readonly reached: Found[];
  readonly unseen: Set<string>;
  asked: number;
}

/**
 * Everything that uses what the plan touches, and what uses that, by the shortest way. Lists only types that can refer to
 * what was found so far; notes reads that it lacks and then knows less. Linear in the objects of those types.
 */
export function searchReach(world: World, plan: Plan, knowledge: ReachKnowledge): Search {
  const touched = touchedBy(world, plan);
  const progress: Progress = {
    world,
    knowledge,
    known: new Set(touched.map(nameOf)),
    reached: [],
    unseen: new Set(),
    asked: 0,
  };
  let frontier: readonly Found[] = touched;
  for (let step = 0; frontier.length > 0; step += 1) {
    if (step === mostSteps) {
      progress.unseen.add(`What is more than ${mostSteps} references away was not followed.`);
      break;
    }
    frontier = nextOf(progress, frontier);
    progress.reached.push(...frontier);
  }
  return { touched, reached: progress.reached, unseen: progress.unseen };
}

/** The reached objects as the review shows them: sorted by type and address. */
export function toReachedObjects(reached: readonly Found[]): readonly ReachedObject[] {
  return reached
    .map(({ object, type, address, via }) => ({
      type,
      ...(object === undefined ? {} : { noun: object.descriptor.noun }),
      address,
      via,
    }))
    .toSorted((left, right) => compare(left.type, right.type) || compare(left.address, right.address));
}

/** Text order that no locale changes. */
export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function touchedBy(world: World, plan: Plan): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { kind, type, handle, address } of plan.steps) {
    if (kind === 'noop') continue;
    found.set(`${type} ${handle}`, { object: findObject(world, type, handle), type, address, via: [address] });
  }
  return [...found.values()].toSorted((left, right) => compare(left.address, right.address));
}

function nextOf(progress: Progress, frontier: readonly Found[]): readonly Found[] {
  const followed = frontier.filter((found) => isFollowed(progress, found));
  const found = [
    ...parentsOf(progress, followed),
    ...actedOnBy(progress, followed),
    ...answeringIn(progress, followed),
    ...referringTo(progress, followed),
    ...trackedUsersOf(progress, followed),
  ];
  const next: Found[] = [];
  for (const one of found.toSorted(byWay)) {
    const name = nameOf(one);
    if (progress.known.has(name)) continue;
    progress.known.add(name);
    next.push(one);
  }
  return next.toSorted((left, right) => compare(left.address, right.address));
}

function isFollowed({ knowledge, unseen }: Progress, { type, address, via }: Found): boolean {
  if (!knowledge.notFollowed.includes(type)) return true;
  if (via.length === 1) unseen.add(`Who uses ${address} was not followed: nearly everything refers to a ${type}.`);
  return false;
}

/** A part is felt through the object it belongs to. */
function parentsOf({ world }: Progress, frontier: readonly Found[]): readonly Found[] {
  return frontier.flatMap(({ object, via }) => {
    if (object?.parent === undefined) return [];
    return [foundBy(world, object.parent, via)];
  });
}

/** What the objects of the frontier act on, before and after. */
function actedOnBy({ world, knowledge }: Progress, frontier: readonly Found[]): readonly Found[] {
  return frontier.flatMap(({ object, type, via }) => {
    const { actsOn = [] } = knowledge.types[type] ?? {};
    if (object === undefined || actsOn.length === 0) return [];
    const named = referencesIn([beforeOf(object), documentOf(object)]).filter(({ $type }) => actsOn.includes($type));
    return named.flatMap(({ $type, $handle }) => {
      const descriptor = world.input.catalogue.find($type);
      if (descriptor?.shape.kind === 'object') ensureListed(world, descriptor);
      const target = findObject(world, $type, $handle);
      return target === undefined ? [] : [foundBy(world, target, via)];
    });
  });
}

/** What answers numbers of the ranges in the frontier. */
function answeringIn({ world, knowledge }: Progress, frontier: readonly Found[]): readonly Found[] {
  return frontier.flatMap(({ object, type, via }) => {
    const { range } = knowledge.types[type] ?? {};
    if (object === undefined || range === undefined) return [];
    const ranges = rangesOf(object, range);
    return Object.entries(knowledge.types).flatMap(([name, { numbers }]) => {
      const descriptor = numbers === undefined ? undefined : world.input.catalogue.find(name);
      if (descriptor?.shape.kind !== 'object' || numbers === undefined) return [];
      ensureListed(world, descriptor);
      return objectsOfType(world, descriptor)
        .filter((other) => isInAny(ranges, documentOf(other)[numbers]))
        .map((other) => foundBy(world, other, via));
    });
  });
}

function referringTo(progress: Progress, frontier: readonly Found[]): readonly Found[] {
  const { world, knowledge, unseen } = progress;
  const targets = new Map<string, ProjectedObject[]>();
  const ways = new Map<ProjectedObject, readonly string[]>();
  for (const { object, via } of frontier) {
    // Only what is touched itself can refer to what does not exist yet.
    if (object?.live === undefined) continue;
    targets.set(object.handle, [...(targets.get(object.handle) ?? []), object]);
    ways.set(object, via);
  }
  const types = new Set([...ways.keys()].map(({ descriptor }) => descriptor.type));
  return Object.keys(knowledge.types)
    .toSorted()
    .flatMap((type) => {
      const descriptor = world.input.catalogue.find(type);
      const { actsOn = [] } = knowledge.types[type] ?? {};
      const felt = new Set([...types].filter((name) => !actsOn.includes(name)));
      if (descriptor === undefined || !canReferToAny(descriptor, felt)) return [];
      if (descriptor.shape.kind !== 'object') {
        const { parentType } = descriptor.shape;
        unseen.add(`${type} is listed one ${world.input.catalogue.find(parentType)?.noun ?? parentType} at a time.`);
        return [];
      }
      ensureListed(world, descriptor);
      const hidden = incompleteBecause(world, descriptor);
      if (hidden !== undefined) unseen.add(`Not all objects of ${type} were seen: ${hidden}.`);
      return objectsOfType(world, descriptor).flatMap((object) =>
        targetsOf(object, targets)
          .filter((target) => felt.has(target.descriptor.type))
          .map((target) => foundBy(world, object, ways.get(target) ?? [])),
      );
    });
}

function trackedUsersOf(progress: Progress, frontier: readonly Found[]): readonly Found[] {
  const { world, knowledge, unseen } = progress;
  return frontier.flatMap(({ object, type, via }) => {
    if (object?.live === undefined || !knowledge.tracked.includes(type)) return [];
    if (progress.asked >= mostTracked) {
      unseen.add(
        `The platform's record of who uses an object was asked for ${mostTracked} objects only; flows that use others may be missing.`,
      );
      return [];
    }
    progress.asked += 1;
    const consumers = world.input.snapshot.consumers[object.handle];
    if (consumers === undefined) needRead(world, { kind: 'consumers', type, id: object.handle });
    if (consumers === null) unseen.add(`The platform did not say who uses a ${object.descriptor.noun}.`);
    return (consumers ?? []).flatMap((consumer): readonly Found[] => {
      const user = consumerIn(progress, consumer);
      if (user !== undefined) return user.exists ? [foundBy(world, user, via)] : [];
      const address = `${consumer.type}/${consumer.name}`;
      return [{ type: consumer.type, address, via: [...via, address] }];
    });
  });
}

function consumerIn(
  { world }: Progress,
  consumer: { readonly type: string; readonly id: string },
): ProjectedObject | undefined {
  const descriptor = world.input.catalogue.find(consumer.type);
  if (descriptor?.shape.kind === 'object') ensureListed(world, descriptor);
  return findObject(world, consumer.type, consumer.id);
}

function foundBy(world: World, object: ProjectedObject, way: readonly string[]): Found {
  const address = addressOf(world, object);
  return { object, type: object.descriptor.type, address, via: [...way, address] };
}

function nameOf({ object, type, address }: Found): string {
  return object === undefined ? address : `${type} ${object.handle}`;
}

function byWay(left: Found, right: Found): number {
  return compare(left.address, right.address) || compare(left.via.join('\n'), right.via.join('\n'));
}
