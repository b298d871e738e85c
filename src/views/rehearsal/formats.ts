import { amountOf, shortDigest } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { junitText, type JunitCase } from '../text/junit.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import type { RehearsalRound, RehearsalSummary } from './summary.ts';
import { deploymentText, forecastText, rollbackText, roundName, troublesOf, usageText, verdictText } from './words.ts';

/** How many remarks a comment lists. */
const listed = 20;

/** A rehearsal as JSON, kind `Rehearsal`. */
export function rehearsalToJson(summary: RehearsalSummary): string {
  return jsonDocument('Rehearsal', { rehearsal: summary });
}

/** A rehearsal as JUnit: a case for each round, and one for the copy, skipped where it is not like the organisation. */
export function rehearsalToJunit(summary: RehearsalSummary): string {
  const { rounds, deviations, changeset, environment } = summary;
  const copy = { name: 'the copy does what the organisation would', group: 'copy' };
  return junitText(`rehearse ${changeset} ${environment}`, [
    ...rounds.map(caseOf),
    deviations.length === 0 ? copy : { ...copy, skipped: deviations.join(' ') },
  ]);
}

function caseOf(round: RehearsalRound): JunitCase {
  const base = { name: roundName(round), group: 'rounds' };
  if (round.verdict !== 'failed') return base;
  return { ...base, failure: { message: deploymentText(round.deployment), text: troublesOf(round).join(' ') } };
}

/** A rehearsal as a pull-request comment: the verdict and the rounds open, what was not copied folded. */
export function rehearsalToMarkdown(summary: RehearsalSummary): string {
  const { changeset, environment, snapshot, objects, artifactDigest, notCloned, deviations } = summary;
  return textOf([
    `### Rehearsal of ${escapeMarkdown(changeset)} in a copy of ${escapeMarkdown(environment)}`,
    '',
    `**${escapeMarkdown(verdictText(summary))}**`,
    '',
    ...markdownTable(
      ['round', 'deployment', 'rollback', 'used'],
      summary.rounds.map((round) => [
        `${round.verdict === 'failed' ? '**failed:** ' : ''}${escapeMarkdown(roundName(round))}`,
        escapeMarkdown(deploymentText(round.deployment)),
        escapeMarkdown(rollbackText(round)),
        escapeMarkdown(usageText(round)),
      ]),
    ),
    '',
    ...summary.rounds.flatMap(troublesOf).map((text) => `- ${escapeMarkdown(text)}`),
    ...folded('Otherwise than in the organisation', deviations),
    ...folded(
      'Not copied as it is',
      notCloned.map(({ address, reason }) => `${address}: ${reason}`),
    ),
    `<sub>${amountOf(objects, 'object')} as of ${escapeMarkdown(snapshot.takenAt)} · artifact ${inlineCode(shortDigest(artifactDigest))} · ${forecastText(summary)}</sub>`,
  ]);
}

function folded(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const more = lines.length - listed;
  return [
    `<details><summary>${title} (${lines.length})</summary>`,
    '',
    ...lines.slice(0, listed).map((line) => `- ${escapeMarkdown(line)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    '',
    '</details>',
    '',
  ];
}
