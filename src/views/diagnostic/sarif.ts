import type { Diagnostic, Severity, SourceLocation } from '../../core/index.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** Diagnostics as SARIF 2.1.0 (OASIS), as code-scanning pages read it; paths are relative to the project. */
export function diagnosticsToSarif(diagnostics: readonly Diagnostic[], version: string): string {
  const rules = [...new Map(diagnostics.map((entry) => [entry.code, entry])).values()].map(({ code, remedy }) => ({
    id: code,
    help: { text: remedy },
  }));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'signalbox', version, rules } }, results: diagnostics.map(toResult) }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(entry: Diagnostic) {
  return {
    ruleId: entry.code,
    level: levels[entry.severity],
    message: { text: `${entry.summary}. ${entry.detail} ${entry.remedy}` },
    locations: [
      {
        ...(entry.source === undefined ? {} : { physicalLocation: physicalLocation(entry.source) }),
        ...(entry.address === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: entry.address }] }),
      },
    ].filter((location) => Object.keys(location).length > 0),
  };
}

function physicalLocation(source: SourceLocation) {
  return {
    artifactLocation: { uri: source.file.split(/[/\\]/u).map(encodeURIComponent).join('/') },
    ...(source.line === undefined
      ? {}
      : { region: { startLine: source.line, ...(source.column === undefined ? {} : { startColumn: source.column }) } }),
  };
}
