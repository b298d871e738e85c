import { expect, it } from 'vitest';
import type { Diagnostic } from '../../core/index.ts';
import { diagnosticsToSarif } from './sarif.ts';

interface Log {
  readonly runs: readonly {
    readonly results: readonly {
      readonly message: { readonly text: string };
      readonly partialFingerprints: Readonly<Record<string, string>>;
    }[];
  }[];
}

function resultsOf(...diagnostics: readonly Diagnostic[]) {
  return (JSON.parse(diagnosticsToSarif(diagnostics, '1.2.3')) as Log).runs[0]?.results ?? [];
}

const unknownType = (line: number, name = 'queu'): Diagnostic => ({
  code: 'SB2013',
  severity: 'error',
  summary: `changesets/vip.yaml:${line}: "${name}" is not a type. Did you mean "queue"?`,
  detail: `At line ${line}, column 7`,
  remedy: 'Use the type that the message suggests.',
  source: { file: 'changesets/vip.yaml', line },
});

it('ends every sentence of a message once', () => {
  expect(resultsOf(unknownType(6))[0]?.message.text).toBe(
    'changesets/vip.yaml:6: "queu" is not a type. Did you mean "queue"? At line 6, column 7. Use the type that the message suggests.',
  );
});

it('knows a finding again when it stands on another line, and tells others apart', () => {
  const [here, below, other] = resultsOf(unknownType(6), unknownType(106), unknownType(6, 'skil')).map(
    ({ partialFingerprints }) => partialFingerprints['signalbox/v1'],
  );
  expect(below).toBe(here);
  expect(other).not.toBe(here);
});
