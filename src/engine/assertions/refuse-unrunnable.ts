import type { Artifact, ChangeTest, EnvironmentRules } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import type { TestRunners } from './runners.ts';

/** SB3104 when a test of the changeset or the environment needs what this program does not do. */
export function refuseUnrunnable(runners: TestRunners, artifact: Artifact, environment: EnvironmentRules): void {
  const tests = [...artifact.changeset.tests, ...(environment.tests ?? [])];
  const lacking = tests.flatMap((test) => lackOf(runners, test).map((what) => `${test.name} ${what}`));
  if (lacking.length === 0) return;
  throw engineError('SB3104', `Tests can not be run here: ${lacking.join('; ')}.`, { context: { tests: lacking } });
}

function lackOf(runners: TestRunners, test: ChangeTest): readonly string[] {
  const values = 'http' in test ? test.http.headers : 'command' in test ? test.command.env : {};
  const hasSecrets = Object.values(values).some((value) => typeof value !== 'string');
  return [
    ...('dataAction' in test && runners.action === undefined ? ['calls a data action'] : []),
    ...('http' in test && runners.http === undefined ? ['asks an address'] : []),
    ...('command' in test && runners.command === undefined ? ['runs a program'] : []),
    ...(hasSecrets && runners.secret === undefined ? ['needs a secret'] : []),
  ];
}
