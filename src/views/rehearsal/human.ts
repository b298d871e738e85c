import { amountOf, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';
import type { RehearsalRound, RehearsalSummary } from './summary.ts';
import { deploymentText, forecastText, rollbackText, roundName, troublesOf, usageText, verdictText } from './words.ts';

const marks = { passed: 'ok', 'taken-back': 'taken back', failed: 'FAILED' } as const;

/** A rehearsal as people read it: the copy, then each round, then what the copy could not show. */
export function rehearsalToHuman(screen: Screen, summary: RehearsalSummary): string {
  const { changeset, environment, snapshot, objects, artifactDigest } = summary;
  return textOf([
    paint(screen, 'strong', printable(`Rehearsal of ${changeset} in a copy of ${environment}`)),
    ...renderTable(
      screen,
      [
        ['copy', `${amountOf(objects, 'object')} as of ${snapshot.takenAt}`],
        ...(snapshot.digest === undefined ? [] : [['snapshot', shortDigest(snapshot.digest)]]),
        ['artifact', shortDigest(artifactDigest)],
        ['cost', forecastText(summary)],
      ],
      { indent: 2 },
    ),
    '',
    ...summary.rounds.flatMap((round) => roundLines(screen, round)),
    ...listLines(screen, 'Otherwise than in the organisation', summary.deviations),
    ...listLines(
      screen,
      'Not copied as it is',
      summary.notCloned.map(({ address, reason }) => `${address}: ${reason}`),
    ),
    ...wrapText(verdictText(summary), screen.width).map((line) => paint(screen, summary.passed ? 'good' : 'bad', line)),
  ]);
}

function roundLines(screen: Screen, round: RehearsalRound): readonly string[] {
  const tone = round.verdict === 'failed' ? 'bad' : round.verdict === 'passed' ? 'good' : 'warning';
  return [
    paint(screen, tone, `${marks[round.verdict]}  ${roundName(round)}`),
    ...renderTable(
      screen,
      [
        ['deployment', deploymentText(round.deployment)],
        ['rollback', rollbackText(round)],
        ['used', usageText(round)],
      ],
      { indent: 2 },
    ),
    ...troublesOf(round).flatMap((text) => wrapBehind('  - ', printable(text), screen.width)),
    '',
  ];
}

function listLines(screen: Screen, title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const { shown, hidden } = foldRows(screen, lines, 10);
  return [
    paint(screen, 'strong', `${title} (${lines.length})`),
    ...shown.flatMap((line) => wrapBehind('  - ', printable(line), screen.width)),
    ...foldedLine(hidden).map((line) => `  ${line}`),
    '',
  ];
}
