import type { Plan } from '../../../core/plan/index.ts';
import { diagnosticParts } from '../../diagnostic/markdown.ts';
import { amountOf, readableInstant, shortDigest } from '../../text/amount.ts';
import { textOf } from '../../text/document.ts';
import { commentFits, fitParts, type FittedParts, type MarkdownPart } from '../../text/fit-markdown.ts';
import { escapeMarkdown, inlineCode } from '../../text/markdown.ts';
import { groupSteps, type StepGroup } from '../action-groups.ts';
import type { PlanCommentOptions } from '../plan-options.ts';
import { hasChanges, summariseKinds } from '../plan-summary.ts';
import {
  costSummary,
  findingsSummary,
  mappedSummary,
  reachSummary,
  undoSummary,
  wavesSummary,
} from '../review-words.ts';
import { reviewParts } from './review-parts.ts';
import { stepBlock } from './step-block.ts';

/** Reasons of a risk class that stand open; all are in the plan file. */
const reasonsShown = 6;
const mappedShown = 6;

/**
 * A plan as a pull-request comment: the summary first, errors open, details folded. What would make it longer than the
 * platform's comments may be is named instead of told, or left out, step by step and never inside one; it says so.
 */
export function planToMarkdown(plan: Plan, options: PlanCommentOptions): string {
  const { folds, limit: most } = commentFits[options.platform ?? 'github'];
  const limit = options.limit ?? most;
  const head = headLines(plan, options);
  const foot = footLines(plan, options, folds);
  const many = Number.MAX_SAFE_INTEGER;
  const whole = { lines: [], shortened: many, leftOut: many };
  const room = limit - textOf([...head, ...cutLines(whole, options), ...foot]).length;
  const fitted = fitParts(partsOf(plan), { limit: Math.max(0, room), folds });
  const text = textOf([...head, ...fitted.lines, ...cutLines(fitted, options), ...foot]);
  return text.length <= limit ? text : leastText(plan, options, limit);
}

function partsOf(plan: Plan): readonly MarkdownPart[] {
  return [
    ...diagnosticParts(plan.diagnostics),
    ...groupSteps(plan).map((group) => groupPart(plan, group)),
    ...reviewParts(plan),
  ];
}

function headLines(plan: Plan, options: PlanCommentOptions): readonly string[] {
  const { reach, risk, windowFit } = plan.review ?? {};
  const findings = findingsSummary(plan);
  return [
    titleLine(plan, options),
    '',
    `**${escapeMarkdown(summariseKinds(plan))}**${plan.relative ? ' · relative change, runs once' : ''}`,
    '',
    ...(options.snapshot === undefined
      ? []
      : [
          `- planned over the snapshot ${inlineCode(shortDigest(options.snapshot.digest))}, taken ${readableInstant(options.snapshot.takenAt)}`,
        ]),
    ...(plan.mapped === undefined ? [] : [`- mapped here: ${escapeMarkdown(mappedSummary(plan, mappedShown))}`]),
    ...(findings === '' ? [] : [`- findings: **${findings}**`]),
    ...(risk === undefined ? [] : [`- risk: **${risk.class}**`]),
    ...(risk?.reasons ?? [])
      .slice(0, reasonsShown)
      .map((reason) => `  - ${reason.class}: ${escapeMarkdown(reason.text)}`),
    ...(reach === undefined ? [] : [`- can affect ${escapeMarkdown(reachSummary(reach))}`]),
    ...(windowFit === undefined ? [] : [`- window: ${escapeMarkdown(windowFit.text)}`]),
    ...(wavesSummary(plan) === '' ? [] : [`- ${wavesSummary(plan)}`]),
    ...(hasChanges(plan) ? [`- cost: ${costSummary(plan, options)}`, `- undo: ${undoSummary(plan)}`] : []),
    '',
  ];
}

function titleLine(plan: Plan, { title }: PlanCommentOptions): string {
  return `### ${escapeMarkdown(title ?? `${plan.changeset} → ${plan.environment}`)}`;
}

/** What stands instead of the rest; nothing when all is there. */
function cutLines({ shortened, leftOut }: FittedParts, { link, file }: PlanCommentOptions): readonly string[] {
  if (shortened + leftOut === 0) return [];
  const facts = [
    shortened === 0 ? '' : `${amountOf(shortened, 'step')} ${shortened === 1 ? 'is' : 'are'} only named`,
    leftOut === 0 ? '' : `${amountOf(leftOut, 'entry', 'entries')} ${leftOut === 1 ? 'is' : 'are'} not here`,
  ].filter((fact) => fact !== '');
  return ['', `**${facts.join(', ')}: this comment is full.** ${wholePlan(link, file)}`, ''];
}

function wholePlan(link: string | undefined, file: string | undefined): string {
  if (link !== undefined) return `[The whole plan](<${link.replaceAll(/[<>\s]/gu, encodeURIComponent)}>)`;
  if (file !== undefined) return `The whole plan is in ${inlineCode(file)}.`;
  return 'The whole plan is in the file that `signalbox simulate … --out plan.json` writes.';
}

function footLines(plan: Plan, { snapshot }: PlanCommentOptions, folds: boolean): readonly string[] {
  const from = snapshot === undefined ? '' : ` · snapshot ${inlineCode(shortDigest(snapshot.digest))}`;
  const text = `artifact ${inlineCode(shortDigest(plan.artifactDigest))} · decision ${inlineCode(plan.decisionDigest)} · as of ${escapeMarkdown(plan.asOf)} · organisation ${inlineCode(plan.organisationId)}${from}`;
  return [folds ? `<sub>${text}</sub>` : text];
}

function groupPart(plan: Plan, group: StepGroup): MarkdownPart {
  const busy = group.steps.filter(({ kind }) => kind !== 'noop');
  const idle = group.steps.filter(({ kind }) => kind === 'noop');
  const number = group.action === undefined ? '' : `Action ${group.action}: `;
  const count = busy.length === 0 ? 'nothing to do' : amountOf(busy.length, 'step');
  return {
    summary: `${number}${group.title} (${count})`,
    blocks: [
      ...(group.notes.length === 0 ? [] : [{ lines: [...group.notes.map((note) => `${inlineCode(note)}  `), ''] }]),
      ...busy.map((step) => stepBlock(plan, step)),
      ...idle.map(({ address }) => ({ lines: [`- ${inlineCode(address)} is as it should be`], rank: 2 })),
    ],
  };
}

/** For limits that not even the summary fits into: as much of it as there is room for, without any markup that opens. */
function leastText(plan: Plan, options: PlanCommentOptions, limit: number): string {
  const { link, file } = options;
  const lines = [
    titleLine(plan, options),
    escapeMarkdown(summariseKinds(plan)),
    wholePlan(link, file),
    `decision ${plan.decisionDigest}`,
  ];
  const kept: string[] = [];
  for (const line of lines) if (textOf([...kept, '', line]).length <= limit) kept.push('', line);
  return kept.length === 0 ? '' : textOf(kept.slice(1));
}
