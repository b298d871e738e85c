import type { Artifact, ChangeTest, EnvironmentRules } from '../../core/index.ts';

/** A rehearsal may run at any time, and ids of the organisation and calls to the outside mean nothing on the copy. */
export function rulesOnCopy({ gates: _gates, pins: _pins, ...rules }: EnvironmentRules): EnvironmentRules {
  const tests = rules.tests === undefined ? {} : { tests: rules.tests.filter(isWithin) };
  return { ...rules, ...tests, pins: [], onFailure: 'compensate' };
}

/** The artifact with only those tests that look at the organisation itself. */
export function artifactOnCopy(artifact: Artifact): Artifact {
  const { changeset } = artifact;
  return { ...artifact, changeset: { ...changeset, tests: changeset.tests.filter(isWithin) } };
}

/** Tests that a rehearsal leaves out: they call something outside, or follow calls through flows that a copy may lack. */
export function testsLeftOut(artifact: Artifact, rules: EnvironmentRules): readonly ChangeTest[] {
  return [...artifact.changeset.tests, ...(rules.tests ?? [])].filter((test) => !isWithin(test));
}

function isWithin(test: ChangeTest): boolean {
  return 'assert' in test && !test.assert.includes('route(');
}
