import { expect, it } from 'vitest';
import { checkList, policyTestReport } from '../testing/checks.ts';
import { plainScreen } from '../text/screen.ts';
import { checksToHuman, checksToMarkdown } from './checks.ts';
import { policyTestsToHuman, policyTestsToJson, policyTestsToJunit } from './tests.ts';

it('lists checks with what was set about them', async () => {
  await expect(checksToHuman(plainScreen, checkList)).toMatchFileSnapshot('golden/checks.txt');
  await expect(checksToMarkdown(checkList)).toMatchFileSnapshot('golden/checks.md');
});

it('says of each policy test what was missing and what was not expected', async () => {
  await expect(policyTestsToHuman(plainScreen, policyTestReport)).toMatchFileSnapshot('golden/tests.txt');
  await expect(policyTestsToJunit(policyTestReport)).toMatchFileSnapshot('golden/tests.junit.xml');
});

it('says in JSON whether all of them passed', () => {
  const passed = (text: string): unknown => (JSON.parse(text) as { readonly passed: boolean }).passed;
  expect(passed(policyTestsToJson(policyTestReport))).toBe(false);
  expect(passed(policyTestsToJson({ cases: policyTestReport.cases.slice(0, 1), untested: [] }))).toBe(true);
});
