import { isJsonArray, type JsonObject } from '../../json/json.ts';
import type { Plan } from '../../plan/plan.ts';
import { beforeOf, documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../plan/world/world.ts';
import type { Reach } from '../review.ts';
import type { ReachKnowledge } from '../review-knowledge.ts';
import { findLiveNow } from './live-routes.ts';
import { searchReach, toReachedObjects } from './search-reach.ts';

/** What the objects that the plan touches can affect. Notes reads that it lacks in the world. */
export function findReach(world: World, plan: Plan): Reach {
  const knowledge = world.input.catalogue.review?.reach;
  return knowledge === undefined ? unknownReach : reachWith(world, plan, knowledge);
}

const unknownReach: Reach = {
  objects: [],
  numbers: [],
  openSchedules: [],
  routes: [],
  unseen: ['The catalogue does not say through which types a change is felt.'],
};

function reachWith(world: World, plan: Plan, knowledge: ReachKnowledge): Reach {
  const { touched, reached, unseen } = searchReach(world, plan, knowledge);
  const objects = [...new Set([...touched, ...reached].flatMap(({ object }) => object ?? []))];
  const live = findLiveNow(world, knowledge.routes, objects);
  const users = countPeople(objects, knowledge);
  return {
    objects: toReachedObjects(reached),
    numbers: numbersIn(objects, knowledge),
    ...(users === undefined ? {} : { users }),
    openSchedules: live.openSchedules,
    routes: live.routes,
    unseen: [...new Set([...unseen, ...live.unseen])].toSorted(),
  };
}

/** Numbers that lead to the objects now, and those that will. */
function numbersIn(objects: readonly ProjectedObject[], { types }: ReachKnowledge): readonly string[] {
  const numbers = objects.flatMap((object) => {
    const field = types[object.descriptor.type]?.numbers;
    return field === undefined ? [] : [...textsAt(beforeOf(object), field), ...textsAt(documentOf(object), field)];
  });
  return [...new Set(numbers)].toSorted();
}

function textsAt(document: JsonObject, field: string): readonly string[] {
  const value = document[field];
  return isJsonArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** Undefined when there are places with people and none says how many. */
function countPeople(objects: readonly ProjectedObject[], { types }: ReachKnowledge): number | undefined {
  let [people, places, counted] = [0, 0, 0];
  for (const { descriptor, live } of objects) {
    const { people: field, isPerson } = types[descriptor.type] ?? {};
    if (isPerson === true) people += 1;
    const count = field === undefined || live === undefined ? undefined : live.body[field];
    if (field !== undefined && live !== undefined) places += 1;
    if (typeof count !== 'number') continue;
    counted += 1;
    people += count;
  }
  return people === 0 && places > 0 && counted === 0 ? undefined : people;
}
