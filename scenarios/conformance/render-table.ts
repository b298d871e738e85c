import { cells, type Row } from './cells.ts';

/** The page `docs/conformance.md`: a row per type, a column per cell, and the facts for which cells do not apply. */
export function renderTable(rows: ReadonlyMap<string, Row>): string {
  const facts = [
    ...new Set([...rows.values()].flatMap((row) => cells.flatMap((cell) => factOf(row, cell) ?? []))),
  ].toSorted();
  const lines = [...rows]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([type, row]) => {
      const marks = cells.map((cell) => {
        const fact = factOf(row, cell);
        return fact === undefined ? (row[cell].kind === 'passed' ? '✓' : '✗') : `n/a ${facts.indexOf(fact) + 1}`;
      });
      return `| ${type} | ${marks.join(' | ')} |`;
    });
  return [
    '# Conformance of the simulator',
    '',
    'What the official JavaScript SDK, unchanged, did with every type on the simulator. Written by',
    '`scenarios/conformance` (`npx vitest run scenarios/conformance -u` writes it again); do not edit by hand. An answer',
    'with a property that the SDK does not declare, or one of another type, is a failure. `conflict` is a write with a',
    'stale version, `gone` a read after the deletion.',
    '',
    `| type | ${cells.join(' | ')} |`,
    `| --- |${' --- |'.repeat(cells.length)}`,
    ...lines,
    '',
    'Why a cell does not apply:',
    '',
    ...facts.map((fact, index) => `${index + 1}. ${fact}`),
    '',
  ].join('\n');
}

function factOf(row: Row, cell: (typeof cells)[number]): string | undefined {
  const outcome = row[cell];
  return outcome.kind === 'n/a' ? outcome.fact : undefined;
}
