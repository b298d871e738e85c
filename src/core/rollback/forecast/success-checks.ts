import { evaluateTests } from '../../assertion/index.ts';
import type { AssertTest } from '../../changeset/change-test.ts';
import type { RollbackCheck } from '../../environment/environment.ts';
import type { Plan } from '../../plan/plan.ts';
import { needRead, type World } from '../../plan/world/world.ts';
import type { InverseStep } from '../../review/review.ts';

/**
 * What has to hold once the deployment is taken back: the tests of the changeset that hold before it, and what the
 * environment asks for. Notes the reads that this takes.
 */
export function checksAfterRollback(world: World, plan: Plan): readonly RollbackCheck[] {
  return [...holdingBefore(world, plan), ...(world.input.environment.rollback?.checks ?? [])];
}

function holdingBefore(world: World, plan: Plan): readonly RollbackCheck[] {
  const { artifact } = world.input;
  // What calls something or traces a route is not asked for a forecast: it would run, or read every flow on the way.
  const tests = artifact.changeset.tests.filter(
    (test): test is AssertTest => 'assert' in test && !test.assert.includes('route('),
  );
  if (tests.length === 0) return [];
  const asked = { ...artifact, changeset: { ...artifact.changeset, tests } };
  const result = evaluateTests({ ...world.input, artifact: asked }, [], plan.variables);
  if (result.kind === 'reads') {
    for (const read of result.reads) needRead(world, read);
    return [];
  }
  return tests
    .filter((_, index) => result.outcomes[index]?.state === 'passed')
    .map(({ name, assert }) => ({ name, assert }));
}

/** How one knows that a rollback worked, each one sentence. */
export function successSentences(steps: readonly InverseStep[], checks: readonly RollbackCheck[]): readonly string[] {
  const count = (...kinds: readonly InverseStep['kind'][]): number =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  const objects = (amount: number): string => (amount === 1 ? 'one object' : `${amount} objects`);
  const [set, made, gone] = [count('update', 'rename'), count('create', 'restore'), count('delete')];
  return [
    ...(set === 0 ? [] : [`Every field that is set back on ${objects(set)} is read back and compared.`]),
    ...(made === 0 ? [] : [`Every field of ${objects(made)} that comes back is read back and compared.`]),
    ...(gone === 0 ? [] : [`Reading shows that ${objects(gone)} ${gone === 1 ? 'is' : 'are'} gone.`]),
    ...checks.map(({ name }) => `"${name}" holds.`),
  ];
}
