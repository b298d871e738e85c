import { describe, expect, it } from 'vitest';
import {
  diagnosticsToHuman,
  diagnosticsToJson,
  diagnosticsToJunit,
  diagnosticsToMarkdown,
  diagnosticsToSarif,
  displayWidth,
  driftToHuman,
  driftToJson,
  driftToJunit,
  driftToMarkdown,
  driftToSarif,
  errorToHuman,
  exportToHuman,
  exportToMarkdown,
  healthToHuman,
  healthToJunit,
  healthToMarkdown,
  historyToHuman,
  historyToJson,
  historyToMarkdown,
  plainScreen,
  reportToHuman,
  reportToJson,
  reportToJunit,
  reportToMarkdown,
  runToHuman,
  runToMarkdown,
  typePagesToHuman,
  typePagesToMarkdown,
  typesToHuman,
  typesToMarkdown,
} from './index.ts';
import { comparisonToHuman, comparisonToJunit, comparisonToMarkdown } from './compare/index.ts';
import { instantsToHuman, instantsToMarkdown } from './compare/index.ts';
import { suggestionsToHuman, suggestionsToMarkdown } from './suggest/index.ts';
import { comparison, instants } from './testing/comparisons.ts';
import { suggestions } from './testing/suggestions.ts';
import { driftReport, failedReport, failedRun, healthItems, journal } from './testing/runs.ts';
import { typeSheets } from './testing/type-sheets.ts';

const diagnostics = [
  {
    code: 'SB2008',
    severity: 'error',
    summary: 'signalbox.yaml:5: "environmnets" is not known here. Did you mean "environments"?',
    detail: 'A key is not known here.',
    remedy: 'Use the key that the message suggests, or remove it.',
    source: { file: 'signalbox.yaml', line: 5, column: 1 },
  },
  {
    code: 'SB2031',
    severity: 'warning',
    summary: 'prod is protected',
    detail: 'It takes <a> & "b".',
    remedy: 'Prefer file: or exec:.',
    source: { file: 'environments/prod.yaml' },
  },
] as const;

const summary = {
  environment: 'dev',
  directory: 'environments/dev/live',
  types: [
    { type: 'routing_queue', documents: 12, unmanaged: 0, managedBy: {} },
    { type: 'routing_language', documents: 0, unmanaged: 0, managedBy: {} },
    { type: 'routing_skill', documents: 3, unmanaged: 2, managedBy: { terraform: 1, hr: 1 } },
  ],
  written: 4,
  unchanged: 11,
  removed: 1,
  diagnostics: [],
};

const error = {
  code: 'SB4011',
  message: 'The OAuth client lacks routing:queue:edit',
  remedy: 'Give it the permission.',
  context: { failure: 'forbidden', correlationId: 'c-1', params: {}, permissions: ['routing:queue:edit'] },
};

const texts: readonly { readonly name: string; readonly text: () => string }[] = [
  { name: 'types.txt', text: () => typesToHuman(plainScreen, typeSheets) },
  { name: 'types-in-full.txt', text: () => typesToHuman({ ...plainScreen, unfolded: true }, typeSheets) },
  { name: 'types.md', text: () => typesToMarkdown(typeSheets) },
  { name: 'type-pages.txt', text: () => typePagesToHuman(plainScreen, typeSheets) },
  { name: 'type-pages.md', text: () => typePagesToMarkdown(typeSheets) },
  { name: 'report.txt', text: () => reportToHuman(plainScreen, failedReport) },
  { name: 'report.md', text: () => reportToMarkdown(failedReport) },
  { name: 'report.junit.xml', text: () => reportToJunit(failedReport) },
  {
    name: 'history.txt',
    text: () =>
      historyToHuman(plainScreen, [
        failedRun,
        { ...failedRun, kind: 'rollback', state: 'succeeded', undoes: failedRun.id },
      ]),
  },
  { name: 'history.md', text: () => historyToMarkdown([failedRun]) },
  { name: 'show.txt', text: () => runToHuman({ ...plainScreen, unfolded: true }, { run: failedRun, journal }) },
  { name: 'show.md', text: () => runToMarkdown({ run: failedRun, journal }) },
  { name: 'drift.txt', text: () => driftToHuman(plainScreen, driftReport) },
  { name: 'drift.md', text: () => driftToMarkdown(driftReport) },
  { name: 'drift.junit.xml', text: () => driftToJunit(driftReport) },
  { name: 'compare.txt', text: () => comparisonToHuman(plainScreen, comparison) },
  { name: 'compare-in-full.txt', text: () => comparisonToHuman({ ...plainScreen, unfolded: true }, comparison) },
  { name: 'compare.md', text: () => comparisonToMarkdown(comparison) },
  { name: 'instants.txt', text: () => instantsToHuman(plainScreen, instants) },
  { name: 'instants.md', text: () => instantsToMarkdown(instants) },
  { name: 'compare.junit.xml', text: () => comparisonToJunit(comparison) },
  { name: 'suggestions.txt', text: () => suggestionsToHuman(plainScreen, suggestions) },
  { name: 'suggestions.md', text: () => suggestionsToMarkdown(suggestions) },
  { name: 'health.txt', text: () => healthToHuman(plainScreen, 'prod', healthItems) },
  { name: 'health.md', text: () => healthToMarkdown('prod', healthItems) },
  { name: 'health.junit.xml', text: () => healthToJunit('prod', healthItems) },
  { name: 'diagnostics.txt', text: () => diagnosticsToHuman(plainScreen, diagnostics, 'contact-centre') },
  { name: 'diagnostics.md', text: () => diagnosticsToMarkdown(diagnostics, 'contact-centre') },
  { name: 'diagnostics.sarif.json', text: () => diagnosticsToSarif(diagnostics, '1.2.3') },
  { name: 'diagnostics.junit.xml', text: () => diagnosticsToJunit(diagnostics, 'contact-centre') },
  { name: 'export.txt', text: () => exportToHuman(plainScreen, summary) },
  { name: 'export.md', text: () => exportToMarkdown(summary) },
  { name: 'error.txt', text: () => errorToHuman(plainScreen, error) },
];

describe('what people read', () => {
  it.each(texts)('is the golden $name', async ({ name, text }) => {
    await expect(text()).toMatchFileSnapshot(`golden/${name}`);
  });

  it.each(texts.filter(({ name }) => name.endsWith('.txt')))('fits 80 columns in $name', ({ text }) => {
    const lines = text().split('\n');
    expect(lines.filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

describe('what programs read', () => {
  it('names its kind and version in every JSON', () => {
    const views = [
      diagnosticsToJson(diagnostics),
      driftToJson(driftReport),
      historyToJson([failedRun]),
      reportToJson(failedReport),
    ];
    expect(views.map((text) => JSON.parse(text) as object)).toMatchObject([
      { apiVersion: 'signalbox/v1', kind: 'Diagnostics', valid: false },
      { apiVersion: 'signalbox/v1', kind: 'DriftReport', hasDrift: true },
      { apiVersion: 'signalbox/v1', kind: 'RunHistory', runs: [{ id: failedRun.id, steps: 5 }] },
      { apiVersion: 'signalbox/v1', kind: 'RunReport', report: failedReport },
    ]);
  });

  it('gives SARIF a rule per code and a result per finding', () => {
    const log = JSON.parse(driftToSarif(driftReport, '1.2.3')) as {
      runs: { results: { ruleId: string }[]; tool: { driver: { rules: object[] } } }[];
    };
    expect(log.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual([
      'drift-changed',
      'drift-deleted',
      'drift-renamed',
    ]);
    expect(log.runs[0]?.tool.driver.rules).toHaveLength(3);
  });
});
