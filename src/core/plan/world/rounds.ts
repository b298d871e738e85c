import type { Json } from '../../json/json.ts';
import type { World } from './world.ts';

/** One round of an iterator: its variables, and the type of the object it is about where it is one. */
export interface Round {
  readonly variables: Map<string, Json>;
  readonly type?: string | undefined;
}

/** Does the work as a round of an iterator: what it sets is forgotten afterwards. */
export function inRound(world: World, round: Round, work: () => void): void {
  world.rounds.push(round);
  try {
    work();
  } finally {
    world.rounds.pop();
  }
}

/** Gives a variable to what comes after it: in the same round, or everywhere outside of one. */
export function setVariable(world: World, name: string, value: Json): void {
  (world.rounds.at(-1)?.variables ?? world.variables).set(name, value);
}

/** Types of the objects that the rounds under way are about, outermost first. */
export function roundTypes({ rounds }: World): readonly string[] {
  return rounds.flatMap(({ type }) => type ?? []);
}
