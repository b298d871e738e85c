import { formatPath, type Plan, type Step } from '../../core/index.ts';
import { diagnosticMarkdownLines } from '../diagnostic/markdown.ts';
import { amountOf, minutesFor, shortDigest } from '../text/amount.ts';
import { textOf } from '../text/document.ts';
import { escapeMarkdown, foldedPart, inlineCode, markdownTable } from '../text/markdown.ts';
import { formatValue } from '../text/value.ts';
import type { PlanViewOptions } from './plan-options.ts';
import { effectWords, reversibilityWords, stepKinds, summariseKinds } from './plan-summary.ts';
import { fieldLinesOf, placeOf } from './step-lines.ts';

/** A plan as a pull-request comment: the summary first, errors open, details folded. */
export function planToMarkdown(plan: Plan, options: PlanViewOptions): string {
  const changing = plan.steps.filter((step) => step.kind !== 'noop');
  return textOf([
    `### ${escapeMarkdown(options.title ?? `${plan.changeset} → ${plan.environment}`)}`,
    '',
    `**${escapeMarkdown(summariseKinds(plan))}**${plan.relative ? ' · relative change, runs once' : ''}`,
    '',
    `${amountOf(plan.requests, 'request')}, ${minutesFor(plan.requests, options.requestsPerMinute)} · ${reversibilityWords[plan.reversibility]}`,
    '',
    ...diagnosticMarkdownLines(plan.diagnostics),
    '',
    ...stepKinds.filter((kind) => kind !== 'noop').flatMap((kind) => groupPart(kind, changing)),
    ...matchesPart(plan),
    ...valuesPart(plan),
    `<sub>artifact ${inlineCode(shortDigest(plan.artifactDigest))} · decision ${inlineCode(plan.decisionDigest)} · as of ${escapeMarkdown(plan.asOf)} · organisation ${inlineCode(plan.organisationId)}</sub>`,
  ]);
}

function groupPart(kind: Step['kind'], steps: readonly Step[]): readonly string[] {
  const chosen = steps.filter((step) => step.kind === kind);
  if (chosen.length === 0) return [];
  const blocks = chosen.flatMap((step) => [
    `**${inlineCode(step.kind === 'rename' ? `${step.from} → ${step.address}` : step.address)}** ${escapeMarkdown(step.reason)} ${placeText(step)}`.trimEnd(),
    '',
    ...markdownTable(
      ['field', 'before', 'after'],
      fieldLinesOf(step).map(({ path, before, after }) => [
        inlineCode(path),
        codeOrNothing(before),
        codeOrNothing(after),
      ]),
    ),
    '',
    `${reversibilityWords[step.reversibility]} · ${effectWords[step.effect]}`,
    '',
  ]);
  return foldedPart(`${chosen.length} to ${kind}`, blocks);
}

function matchesPart(plan: Plan): readonly string[] {
  return plan.matches.flatMap((match) =>
    foldedPart(
      `action ${match.action + 1} matched ${amountOf(match.matched.length, 'object')} of ${escapeMarkdown(match.type)}`,
      match.matched.map(({ address }) => `- ${inlineCode(address)}`),
    ),
  );
}

function valuesPart(plan: Plan): readonly string[] {
  if (plan.values.length === 0) return [];
  const rows = plan.values.map((value) => [
    inlineCode([value.address, formatPath(value.path)].filter((part) => part !== '').join(' ')),
    inlineCode(value.expression),
    inlineCode(formatValue(value.value)),
  ]);
  return foldedPart(
    amountOf(plan.values.length, 'computed value'),
    markdownTable(['where', 'expression', 'value'], rows),
  );
}

function placeText(step: Step): string {
  const place = placeOf(step);
  return place === '' ? '' : `(${inlineCode(place)})`;
}

function codeOrNothing(text: string | undefined): string {
  return text === undefined ? '' : inlineCode(text);
}
