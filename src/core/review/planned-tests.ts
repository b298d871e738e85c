import type { ChangeTest } from '../changeset/change-test.ts';
import type { World } from '../plan/world/world.ts';
import type { PlannedTest, PlanReview } from './review.ts';

/** The review with the tests that a deployment would run, as their authors wrote them: nothing in them is computed. */
export function withPlannedTests({ input }: World, review: PlanReview): PlanReview {
  const tests = [
    ...input.artifact.changeset.tests.map((test) => toPlanned(test, false)),
    ...(input.environment.tests ?? []).map((test) => toPlanned(test, true)),
  ];
  return tests.length === 0 ? review : { ...review, tests };
}

function toPlanned(test: ChangeTest, ofEnvironment: boolean): PlannedTest {
  return { name: test.name, ofEnvironment, everyWave: test.when === 'every-wave', ...callOf(test) };
}

function callOf(test: ChangeTest): Pick<PlannedTest, 'kind' | 'calls'> {
  if ('assert' in test) return { kind: 'assert' };
  if ('route' in test) return { kind: 'route' };
  if ('http' in test) return { kind: 'http', calls: `${test.http.method} ${test.http.url}` };
  if ('command' in test) return { kind: 'command', calls: test.command.run.join(' ') };
  return { kind: 'data-action', calls: `the data action ${test.dataAction.action}` };
}
