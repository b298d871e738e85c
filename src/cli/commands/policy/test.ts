import { compareFindings, judgeSavedPlan } from '../../../core/policy/index.ts';
import type { LoadedProject } from '../../../project/index.ts';
import { loadPolicyTests, policiesOf, type PolicyTestCase } from '../../../project/policy/index.ts';
import {
  isPassed,
  policyTestsToHuman,
  policyTestsToJson,
  policyTestsToJunit,
  type PolicyTestReport,
} from '../../../views/policy/index.ts';
import type { CommandContext } from '../../command-context.ts';
import { exitCodes, type ExitCode } from '../../exit-codes.ts';
import { print } from '../../terminal/print.ts';
import { openWorkspace, refuseErrors } from '../../wiring/workspace.ts';

/** `signalbox policy test`: the project's own policies on saved plans, offline; fails when one finds anything else. */
export async function runPolicyTest(context: CommandContext): Promise<ExitCode> {
  const { loaded } = openWorkspace(context);
  const { cases, diagnostics } = loadPolicyTests(loaded);
  const ofPolicies = loaded.diagnostics.filter(({ source }) => source?.file.startsWith('policies/') === true);
  refuseErrors(context, [...ofPolicies, ...diagnostics]);
  const report = reportOn(loaded, cases);
  print(context, {
    human: () => policyTestsToHuman(context.screen, report),
    json: () => policyTestsToJson(report),
    junit: () => policyTestsToJunit(report),
  });
  return Promise.resolve(report.cases.every(isPassed) ? exitCodes.fine : exitCodes.error);
}

function reportOn(loaded: LoadedProject, cases: readonly PolicyTestCase[]): PolicyTestReport {
  const expected = new Set(cases.flatMap(({ expect }) => expect.map(({ code }) => code)));
  const rules = loaded.policies.flatMap(({ policy }) => policy.rules.map(({ code }) => code));
  return {
    cases: cases.map(({ test, name, plan, policies, expect }) => {
      const found = judgeSavedPlan(plan, policiesOf(loaded, plan.environment)).filter(
        ({ code }) => policies === undefined || code === 'SB1100' || policies.includes(code.split('/')[1] ?? ''),
      );
      return { test, name, ...compareFindings(found, expect) };
    }),
    untested: rules.filter((code) => !expected.has(code)),
  };
}
