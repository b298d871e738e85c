import type { ChangeTest } from '../changeset/changeset.ts';
import { SignalboxError } from '../error.ts';
import { conditionPlace } from '../diagnostic/place-in.ts';
import { evaluateCondition } from '../expression/evaluate.ts';
import { readsOfExpression } from '../expression/reads.ts';
import type { Handle, Plan } from '../plan/plan.ts';
import type { PlanInput } from '../plan/plan-input.ts';
import { objectsOfType } from '../plan/world/listing.ts';
import { setExists } from '../plan/world/projected-object.ts';
import { readNamesBehindReferences } from '../plan/world/reference-names.ts';
import { scopeOf } from '../plan/world/scope.ts';
import { createWorld, type World } from '../plan/world/world.ts';
import type { ReadRequest } from '../resource/snapshot.ts';

/** What one test gave. */
export interface TestOutcome {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'error';
  readonly detail?: string | undefined;
}

/** Objects that are about to go, by type. */
export interface Leaving {
  readonly type: string;
  readonly handle: Handle;
}

/** Either what must be read first, or one outcome per test, in order. */
export type TestsResult =
  | { readonly kind: 'reads'; readonly reads: readonly ReadRequest[] }
  | { readonly kind: 'outcomes'; readonly outcomes: readonly TestOutcome[] };

/**
 * Evaluates the assertions of a changeset over what was read. Pure; asks for what it must read first, like the planner.
 * Objects that the deployment is about to delete count as gone; the variables are those of the plan.
 */
export function evaluateTests(
  input: PlanInput,
  leaving: readonly Leaving[],
  variables: Plan['variables'] = {},
): TestsResult {
  const world = createWorld(input);
  for (const [name, value] of Object.entries(variables)) world.variables.set(name, value);
  const outcomes = input.artifact.changeset.tests.map((test) => evaluateOne(world, test, leaving));
  return world.missing.size > 0
    ? { kind: 'reads', reads: [...world.missing.values()] }
    : { kind: 'outcomes', outcomes };
}

function evaluateOne(world: World, test: ChangeTest, leaving: readonly Leaving[]): TestOutcome {
  const where = conditionPlace(test, '/assert');
  try {
    const { types, dynamic } = readsOfExpression(test.assert, where);
    hideLeaving(
      world,
      leaving.filter(({ type }) => dynamic || types.includes(type)),
    );
    readNamesBehindReferences(world, { expressions: [test.assert], source: where });
    const holds = evaluateCondition(test.assert, scopeOf(world), where);
    return holds
      ? { name: test.name, state: 'passed' }
      : { name: test.name, state: 'failed', detail: `${test.assert} is false` };
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return { name: test.name, state: 'error', detail: error.message };
  }
}

function hideLeaving(world: World, leaving: readonly Leaving[]): void {
  for (const { type, handle } of leaving) {
    const descriptor = world.input.catalogue.find(type);
    if (descriptor === undefined) continue;
    for (const object of objectsOfType(world, descriptor))
      if (object.handle === handle) setExists(world, object, false);
  }
}
