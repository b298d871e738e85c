import { writeFileSync } from 'node:fs';
import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { Tally } from './tally.ts';

/** Writes the tally of a vitest run as JSON to the file that `SIGNALBOX_TALLY` names. */
class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const file = process.env['SIGNALBOX_TALLY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tallyModules(modules, errors.length)));
  }
}

export default TallyReporter;

function tallyModules(modules: readonly TestModule[], unhandledErrors: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const passed = tests.filter((test) => test.result().state === 'passed').length;
  const skipped = tests.flatMap((test) => {
    const result = test.result();
    return result.state === 'skipped' ? [{ name: placeOf(test), reason: result.note ?? 'no reason given' }] : [];
  });
  const unfinished = tests.length - passed - skipped.length;
  return { passed, failed: unfinished + brokenSuites(modules) + unhandledErrors, skipped };
}

/** Files and suites that failed outside their tests: an import that throws, a `beforeAll` that fails. */
function brokenSuites(modules: readonly TestModule[]): number {
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  return suites.filter((suite) => suite.errors().length > 0).length;
}

function placeOf(test: TestCase): string {
  return `${test.module.relativeModuleId} > ${test.fullName}`;
}
