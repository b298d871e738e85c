import type { ExpectedFinding, FindingDifference } from '../../core/policy/index.ts';
import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { junitText } from '../text/junit.ts';
import { paint, type Screen } from '../text/screen.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';

/** What became of one case of a policy test. */
export interface PolicyCaseResult extends FindingDifference {
  readonly test: string;
  readonly name: string;
}

/** What `policy test` shows. */
export interface PolicyTestReport {
  readonly cases: readonly PolicyCaseResult[];
  /** Codes of rules that no case expects to find anything. */
  readonly untested: readonly string[];
}

/** One line per case, and below what failed: what was missing and what was found besides. */
export function policyTestsToHuman(screen: Screen, { cases, untested }: PolicyTestReport): string {
  const failed = cases.filter((result) => !isPassed(result)).length;
  return textOf([
    ...cases.flatMap((result) => [
      ...caseLine(screen, result),
      ...differencesOf(result).flatMap((line) => wrapBehind('          ', printable(line), screen.width)),
    ]),
    '',
    `${amountOf(cases.length, 'case')}: ${cases.length - failed} passed, ${failed} failed.`,
    ...(untested.length === 0 ? [] : wrapText(`No case finds: ${untested.join(', ')}.`, screen.width)),
  ]);
}

/** The results as JSON, kind `PolicyTests`: `passed`, `cases`, `untested`. */
export function policyTestsToJson({ cases, untested }: PolicyTestReport): string {
  return jsonDocument('PolicyTests', {
    passed: cases.every(isPassed),
    cases: cases.map((result) => ({ ...result, passed: isPassed(result) })),
    untested,
  });
}

/** The results as JUnit XML, a test case each. */
export function policyTestsToJunit({ cases }: PolicyTestReport): string {
  return junitText(
    'policy test',
    cases.map((result) => {
      const differences = differencesOf(result);
      const [message] = differences;
      return {
        name: result.name,
        group: result.test,
        ...(message === undefined ? {} : { failure: { message, text: differences.join('\n') } }),
      };
    }),
  );
}

/** True when everything expected was found, and nothing else. */
export function isPassed({ missing, unexpected }: FindingDifference): boolean {
  return missing.length === 0 && unexpected.length === 0;
}

function caseLine(screen: Screen, result: PolicyCaseResult): readonly string[] {
  const [word, tone] = isPassed(result) ? (['passed', 'good'] as const) : (['failed', 'bad'] as const);
  const [first = '', ...rest] = wrapBehind(`${word}  `, printable(`${result.test}: ${result.name}`), screen.width);
  return [paint(screen, tone, word) + first.slice(word.length), ...rest];
}

function differencesOf({ missing, unexpected }: FindingDifference): readonly string[] {
  return [
    ...missing.map((wanted) => `missing: ${expectationOf(wanted)}`),
    ...unexpected.map(
      ({ code, severity, address, detail }) => `not expected: ${expectationOf({ code, severity, address })}: ${detail}`,
    ),
  ];
}

function expectationOf({ code, severity, address }: ExpectedFinding): string {
  return [severity, code, address === undefined ? undefined : `at ${address}`].filter(Boolean).join(' ');
}
