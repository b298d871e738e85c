import { formatPath } from '../../core/index.ts';
import type { MatchSet, Plan, Step } from '../../core/plan/index.ts';
import { diagnosticParts } from '../diagnostic/markdown.ts';
import { amountOf, minutesFor, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { commentLimit, fitParts, type MarkdownPart } from '../text/fit-markdown.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { formatValue } from '../text/value.ts';
import type { PlanViewOptions } from './plan-options.ts';
import { effectWords, reversibilityWords, summariseKinds } from './plan-summary.ts';
import { foldFields, placeOf } from './step-lines.ts';

/** What must not be cut off comes first. */
const kindsByRisk = ['delete', 'create', 'rename', 'update'] as const satisfies readonly Step['kind'][];

/**
 * A plan as a pull-request comment: the summary first, errors open, details folded. What would make it longer than
 * comments may be is left out between steps, never inside one, and it says so.
 */
export function planToMarkdown(plan: Plan, options: PlanViewOptions): string {
  const head = headLines(plan, options);
  const foot = footLines(plan);
  const room = commentLimit - textOf([...head, ...cutLines(Number.MAX_SAFE_INTEGER), ...foot]).length;
  const parts = [
    ...diagnosticParts(plan.diagnostics),
    ...kindsByRisk.flatMap((kind) => groupPart(kind, plan.steps)),
    ...plan.matches.map(matchPart),
    ...valuesPart(plan),
  ];
  const { lines, leftOut } = fitParts(parts, room);
  return textOf([...head, ...lines, ...cutLines(leftOut), ...foot]);
}

function headLines(plan: Plan, options: PlanViewOptions): readonly string[] {
  return [
    `### ${escapeMarkdown(options.title ?? `${plan.changeset} → ${plan.environment}`)}`,
    '',
    `**${escapeMarkdown(summariseKinds(plan))}**${plan.relative ? ' · relative change, runs once' : ''}`,
    '',
    `${amountOf(plan.requests, 'request')}, ${minutesFor(plan.requests, options.requestsPerMinute)} · ${reversibilityWords[plan.reversibility]}`,
    '',
  ];
}

/** What stands instead of the rest; nothing when all is there. */
function cutLines(leftOut: number): readonly string[] {
  if (leftOut === 0) return [];
  const what = `${amountOf(leftOut, 'entry', 'entries')} of this plan did not fit into a comment.`;
  return ['', `**${what}** The whole plan is in the file that \`signalbox simulate … --out plan.json\` writes.`, ''];
}

function footLines(plan: Plan): readonly string[] {
  return [
    `<sub>artifact ${inlineCode(shortDigest(plan.artifactDigest))} · decision ${inlineCode(plan.decisionDigest)} · as of ${escapeMarkdown(plan.asOf)} · organisation ${inlineCode(plan.organisationId)}</sub>`,
  ];
}

function groupPart(kind: Step['kind'], steps: readonly Step[]): readonly MarkdownPart[] {
  const chosen = steps.filter((step) => step.kind === kind);
  return chosen.length === 0 ? [] : [{ summary: `${chosen.length} to ${kind}`, blocks: chosen.map(stepBlock) }];
}

function stepBlock(step: Step): readonly string[] {
  const { shown, hidden } = foldFields(step, false);
  return [
    `**${inlineCode(step.kind === 'rename' ? `${step.from} → ${step.address}` : step.address)}** ${escapeMarkdown(step.reason)} ${placeText(step)}`.trimEnd(),
    '',
    ...markdownTable(
      ['field', 'before', 'after'],
      shown.map(({ path, before, after }) => [inlineCode(path), codeOrNothing(before), codeOrNothing(after)]),
    ),
    '',
    ...(hidden === 0 ? [] : [`… and ${hidden} more fields, in the file of \`--out\``, '']),
    `${reversibilityWords[step.reversibility]} · ${effectWords[step.effect]}`,
    '',
  ];
}

function matchPart(match: MatchSet): MarkdownPart {
  return {
    summary: `action ${match.action + 1} matched ${amountOf(match.matched.length, 'object')} of ${escapeMarkdown(match.type)}`,
    blocks: match.matched.map(({ address }) => [`- ${inlineCode(address)}`]),
  };
}

function valuesPart(plan: Plan): readonly MarkdownPart[] {
  if (plan.values.length === 0) return [];
  const rows = plan.values.map((value) => [
    inlineCode([value.address, formatPath(value.path)].filter((part) => part !== '').join(' ')),
    inlineCode(value.expression),
    inlineCode(formatValue(value.value)),
  ]);
  const [head = '', rule = '', ...body] = markdownTable(['where', 'expression', 'value'], rows);
  const blocks = body.map((line) => [line]);
  return [{ summary: amountOf(plan.values.length, 'computed value'), lead: [head, rule], blocks }];
}

function placeText(step: Step): string {
  const place = placeOf(step);
  return place === '' ? '' : `(${inlineCode(place)})`;
}

function codeOrNothing(text: string | undefined): string {
  return text === undefined ? '' : inlineCode(text);
}
