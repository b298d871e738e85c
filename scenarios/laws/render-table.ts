import type { Level } from '../../src/core/resource/index.ts';
import { laws, type Law, type Verdicts } from './laws.ts';

/** What was found about a type of some level. */
export interface Proof {
  readonly type: string;
  readonly level: Level;
  readonly verdicts: Verdicts;
}

/** The page `docs/laws.md`: a row per type, a column per law, and why a law has nothing to be about. */
export function renderTable(proofs: readonly Proof[]): string {
  const reasons = [...new Set(proofs.flatMap(({ verdicts }) => laws.flatMap((law) => reasonOf(verdicts, law) ?? [])))];
  const lines = proofs.map(({ type, level, verdicts }) => {
    const marks = laws.map((law) => {
      const reason = reasonOf(verdicts, law);
      return reason === undefined ? (verdicts[law].kind === 'holds' ? '✓' : '✗') : `n/a ${reasons.indexOf(reason) + 1}`;
    });
    return `| ${type} | ${level} | ${marks.join(' | ')} |`;
  });
  return [
    '# Laws of every type',
    '',
    'What our engine did with an object of every type on the simulator, after the official SDK had made one. Written by',
    '`scenarios/laws` (`npx vitest run scenarios/laws -u` writes it again); do not edit by hand. Level A is claimed only',
    'where every law holds or has nothing to be about.',
    '',
    '- **read twice**: two readings give the same documents.',
    '- **deploy, then no change**: a copy is deployed; simulated again by somebody who remembers nothing, nothing is left.',
    '- **update**: a field changes, and again nothing is left to do.',
    '- **roll back**: that run is taken back to what was before.',
    '- **drift**: a stranger makes the same change; `drift` shows it with its author.',
    '- **delete**: the copy is deleted.',
    '',
    `| type | level | ${laws.join(' | ')} |`,
    `| --- | --- |${' --- |'.repeat(laws.length)}`,
    ...lines,
    '',
    'Why a law has nothing to be about:',
    '',
    ...reasons.map((reason, index) => `${index + 1}. ${reason}`),
    '',
  ].join('\n');
}

function reasonOf(verdicts: Verdicts, law: Law): string | undefined {
  const verdict = verdicts[law];
  return verdict.kind === 'n/a' ? verdict.because : undefined;
}
