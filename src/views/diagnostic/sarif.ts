import { digestText, type Diagnostic, type Severity, type SourceLocation } from '../../core/index.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What a code means, for the rules of a SARIF log. */
export type RuleMeanings = (
  code: string,
) => { readonly summary: string; readonly remedy: string; readonly why?: string | undefined } | undefined;

/**
 * Diagnostics as SARIF 2.1.0 (OASIS), as code-scanning pages read it: a rule per code with its help and its weight, paths
 * relative to the project, and fingerprints that stay when lines move.
 */
export function diagnosticsToSarif(
  diagnostics: readonly Diagnostic[],
  version: string,
  meanings: RuleMeanings = () => undefined,
): string {
  const rules = [...Map.groupBy(diagnostics, ({ code }) => code)].map(([code, of]) => ruleOf(code, of, meanings));
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'signalbox', version, rules } },
        originalUriBaseIds: { PROJECT: { description: { text: 'The directory of the project.' } } },
        results: diagnostics.map((entry) => ({ ...toResult(entry), ruleIndex: indexes.get(entry.code) })),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(code: string, of: readonly Diagnostic[], meanings: RuleMeanings) {
  const meaning = meanings(code);
  const [first] = of;
  const worst = severities.find((severity) => of.some((entry) => entry.severity === severity)) ?? 'info';
  const help = meaning?.remedy ?? first?.remedy ?? '';
  return {
    id: code,
    shortDescription: { text: meaning?.summary ?? first?.summary ?? code },
    ...(meaning?.why === undefined ? {} : { fullDescription: { text: meaning.why } }),
    help: { text: help, markdown: meaning?.why === undefined ? help : `${meaning.why}\n\n**What to do:** ${help}` },
    defaultConfiguration: { level: levels[worst] },
    properties: { 'problem.severity': worst === 'info' ? 'recommendation' : worst },
  };
}

function toResult(entry: Diagnostic) {
  return {
    ruleId: entry.code,
    level: levels[entry.severity],
    message: { text: [entry.summary, entry.detail, entry.remedy].map(sentence).join('').trimEnd() },
    locations: [
      {
        ...(entry.source === undefined ? {} : { physicalLocation: physicalLocation(entry.source) }),
        ...(entry.address === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: entry.address }] }),
      },
    ].filter((location) => Object.keys(location).length > 0),
    partialFingerprints: {
      'signalbox/v1': digestText(
        [entry.code, entry.source?.file ?? '', entry.address ?? '', withoutLines(entry)].join('\n'),
      ),
    },
  };
}

/** Ready for the next one: ended by a full stop unless something ends it already, text of several lines by a line. */
function sentence(text: string): string {
  if (text === '') return '';
  if (text.includes('\n')) return `${text}\n`;
  return /[.!?…]$/u.test(text) ? `${text} ` : `${text}. `;
}

/** What is said, without the lines that it stands on, which move when something is written above. */
function withoutLines({ summary, detail, source }: Diagnostic): string {
  const text = `${summary}\n${detail}`.replaceAll(/\bline \d+(?:, column \d+)?/gu, 'line');
  const file = source?.file ?? '';
  const [first = '', ...rest] = file === '' ? [text] : text.split(`${file}:`);
  return [first, ...rest.map((part) => part.replace(/^\d+(?::\d+)?/u, ''))].join(`${file}:`);
}

function physicalLocation(source: SourceLocation) {
  return {
    artifactLocation: {
      uri: source.file.split(/[/\\]/u).map(encodeURIComponent).join('/'),
      uriBaseId: 'PROJECT',
    },
    ...(source.line === undefined
      ? {}
      : { region: { startLine: source.line, ...(source.column === undefined ? {} : { startColumn: source.column }) } }),
  };
}
