import type { AssertTest, ChangeTest, RouteTest } from '../changeset/change-test.ts';
import { SignalboxError } from '../error.ts';
import { conditionPlace } from '../diagnostic/place-in.ts';
import { evaluateCondition } from '../expression/evaluate.ts';
import { interpolate } from '../expression/interpolation.ts';
import { readsOfExpression } from '../expression/reads.ts';
import type { Handle, Plan } from '../plan/plan.ts';
import type { PlanInput } from '../plan/plan-input.ts';
import { objectsOfType } from '../plan/world/listing.ts';
import { setExists } from '../plan/world/projected-object.ts';
import { readNamesBehindReferences } from '../plan/world/reference-names.ts';
import { scopeOf } from '../plan/world/scope.ts';
import { createWorld, type World } from '../plan/world/world.ts';
import type { ReadRequest } from '../resource/snapshot.ts';
import type { Json } from '../json/json.ts';
import type { RouteAnswer } from '../route/route.ts';
import { routeTypes } from '../route/route-types.ts';
import { createTracer } from '../route/route-in-world.ts';
import { callOf, type TestCall } from './test-call.ts';

/** What one test gave. `to-run`: nothing that was read decides it; `call` has to be made. */
export type TestOutcome =
  | { readonly name: string; readonly state: 'passed' | 'failed' | 'error'; readonly detail?: string | undefined }
  | { readonly name: string; readonly state: 'to-run'; readonly call: TestCall };

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
 * Evaluates the tests of a changeset over what was read; those that call something are made ready. Pure; asks for what it must read first, like the planner.
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
  try {
    if ('assert' in test) return evaluateAssertion(world, test, leaving);
    if ('route' in test) return evaluateRoute(world, test, leaving);
    const call = callOf(world, test, scopeOf(world));
    return 'problem' in call
      ? { name: test.name, state: 'error', detail: call.problem }
      : { name: test.name, state: 'to-run', call };
  } catch (error) {
    if (!(error instanceof SignalboxError)) throw error;
    return { name: test.name, state: 'error', detail: error.message };
  }
}

function evaluateAssertion(world: World, test: AssertTest, leaving: readonly Leaving[]): TestOutcome {
  const where = conditionPlace(test, '/assert');
  const { types, dynamic } = readsOfExpression(test.assert, where);
  hideLeaving(
    world,
    leaving.filter(({ type }) => dynamic || types.includes(type)),
  );
  readNamesBehindReferences(world, { expressions: [test.assert], source: where });
  const scope = { ...scopeOf(world), route: routeFunction(world) };
  return outcomeOf(test, evaluateCondition(test.assert, scope, where), test.assert);
}

function evaluateRoute(world: World, test: RouteTest, leaving: readonly Leaving[]): TestOutcome {
  hideLeaving(
    world,
    leaving.filter(({ type }) => Object.values<string>(routeTypes).includes(type)),
  );
  const scope = scopeOf(world);
  const { expect, ...asked } = test.route;
  const { number, at } = interpolate(asked, scope, test.source) as unknown as typeof asked;
  if (Number.isNaN(Date.parse(at)))
    return { name: test.name, state: 'error', detail: `"${at}" is no instant such as 2026-12-25T10:00:00Z` };
  const route = routeFunction(world)(number, at);
  const holds = evaluateCondition(expect, { ...scope, variables: { ...scope.variables, route } }, test.source);
  const outcome = outcomeOf(test, holds, expect);
  if (outcome.state !== 'failed') return outcome;
  const { steps, depends, unknown } = route as unknown as RouteAnswer;
  const lines = [
    ...steps,
    ...depends.map((text) => `Decided by ${text}.`),
    ...unknown.map((text) => `Not known: ${text}.`),
  ];
  return { ...outcome, detail: [`${expect} is false; the call goes:`, ...lines].join('\n') };
}

function outcomeOf(
  { name }: ChangeTest,
  holds: boolean,
  expression: string,
): TestOutcome & { readonly state: 'passed' | 'failed' } {
  return holds ? { name, state: 'passed' } : { name, state: 'failed', detail: `${expression} is false` };
}

function routeFunction(world: World): (number: string, at: string) => Json {
  const trace = createTracer(world);
  return (number, at) => {
    const instantMs = Date.parse(at);
    if (Number.isNaN(instantMs)) throw new RangeError(`"${at}" is no instant such as 2026-12-25T10:00:00Z`);
    return trace(number, instantMs) as unknown as Json;
  };
}

function hideLeaving(world: World, leaving: readonly Leaving[]): void {
  for (const { type, handle } of leaving) {
    const descriptor = world.input.catalogue.find(type);
    if (descriptor === undefined) continue;
    for (const object of objectsOfType(world, descriptor))
      if (object.handle === handle) setExists(world, object, false);
  }
}
