import { formatPath, isJsonObject, type Json } from '../../core/index.ts';
import { outsideDecision } from '../../core/decision/index.ts';
import { decisionOf, type Plan, type Step } from '../../core/plan/index.ts';
import { amountOf, shortDigest } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { foldedLine, foldRows } from '../text/fold.ts';
import { cellCode, escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { formatValue } from '../text/value.ts';
import { printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';

/** What an approval of the plan is bound to, and what may change without voiding it, as people read it. */
export function decisionToHuman(screen: Screen, plan: Plan): string {
  const { matches, values } = decisionOf(plan);
  const steps = decidedSteps(plan);
  return textOf([
    ...wrapBehind('', printable(`Decision on ${plan.changeset} → ${plan.environment}`), screen.width).map((line) =>
      paint(screen, 'strong', line),
    ),
    ...renderTable(screen, groundRows(plan), { indent: 2 }),
    '',
    paint(screen, 'strong', `Inside: when any of this changes, it is another decision`),
    ...steps.flatMap((step) => [
      ...wrapBehind(`  ${step.kind}  `, printable(step.address), screen.width),
      paint(screen, 'quiet', `      ${printable(handleText(step))}`),
      ...renderTable(screen, fieldRows(step), { indent: 6, leading: true }),
    ]),
    ...(steps.length === 0 ? ['  no step: nothing is to be written'] : []),
    ...matches.flatMap(({ action, type, matched }) => {
      const { shown, hidden } = foldRows(screen, matched);
      return [
        `  matched by action ${action + 1}: ${amountOf(matched.length, 'object')} of ${type}`,
        ...shown.flatMap(({ address }) => wrapBehind('      ', printable(address), screen.width)),
        ...foldedLine(hidden).map((line) => `      ${line}`),
      ];
    }),
    ...(values.length === 0 ? [] : [`  ${amountOf(values.length, 'computed value')}`]),
    ...valueLines(screen, values),
    '',
    paint(screen, 'strong', 'Outside: may change, and an approval stays good'),
    ...renderTable(
      screen,
      outsideRows().map(([names = '', why = '']) => [names, { text: why, tone: 'quiet' }]),
      { indent: 2 },
    ),
    '',
    `decision ${plan.decisionDigest}`,
  ]);
}

/** The same as JSON, kind `Decision`: `digest`, `decision` as it is digested, `outside`. */
export function decisionToJson(plan: Plan): string {
  return jsonDocument('Decision', {
    digest: plan.decisionDigest,
    decision: decisionOf(plan),
    outside: outsideDecision(),
  });
}

/** The same as Markdown. */
export function decisionToMarkdown(plan: Plan): string {
  const { matches, values } = decisionOf(plan);
  const steps = decidedSteps(plan);
  return textOf([
    `### Decision on ${escapeMarkdown(plan.changeset)} → ${escapeMarkdown(plan.environment)}`,
    '',
    ...groundRows(plan).map(([name = '', value = '']) => `- ${name}: ${inlineCode(value)}`),
    `- decision: ${inlineCode(plan.decisionDigest)}`,
    '',
    '#### Inside: when any of this changes, it is another decision',
    '',
    ...markdownTable(
      ['step', 'resource', 'field', 'value'],
      steps.flatMap((step) => {
        const rows = fieldRows(step);
        const fields = rows.length === 0 ? [['', '']] : rows;
        return fields.map(([path = '', value = '']) => [step.kind, step.address, path, value].map(codeOrNothing));
      }),
    ),
    '',
    ...matches.flatMap(({ action, matched }) =>
      matched.map(({ address }) => `- matched by action ${action + 1}: ${inlineCode(address)}`),
    ),
    ...values.map((value) => `- computed: ${inlineCode(valueText(value))}`),
    '',
    '#### Outside: may change, and an approval stays good',
    '',
    ...markdownTable(
      ['what', 'why'],
      outsideRows().map((row) => row.map(escapeMarkdown)),
    ),
  ]);
}

function groundRows(plan: Plan): readonly (readonly string[])[] {
  return [
    ['artifact', shortDigest(plan.artifactDigest)],
    ['environment', `${plan.environment}, its rules ${shortDigest(plan.environmentDigest)}`],
    ['organisation', plan.organisationId],
  ];
}

/** What is outside, those with one reason together. */
function outsideRows(): readonly (readonly string[])[] {
  const groups = Map.groupBy(outsideDecision(), ({ why }) => why);
  return [...groups].map(([why, parts]) => [parts.map(({ name }) => name).join(', '), why]);
}

function decidedSteps(plan: Plan): readonly Step[] {
  const decided = new Set(decisionOf(plan).steps.flatMap((step) => (isJsonObject(step) ? [keyOf(step)] : [])));
  return plan.steps.filter((step) => step.kind !== 'noop' && decided.has(keyOf(step)));
}

function keyOf({ kind, address, handle }: { readonly [key: string]: Json } | Step): string {
  return [kind, address, handle].map(String).join('\n');
}

function handleText({ handle }: Step): string {
  return handle.startsWith('new#') ? 'a new object' : `id ${handle}`;
}

function fieldRows(step: Step): readonly (readonly string[])[] {
  switch (step.kind) {
    case 'create':
      return Object.entries(step.after).map(([name, value]) => [formatPath([name]), formatValue(value)]);
    case 'update':
    case 'rename':
      return step.changes.map(({ path, before, after }) => [
        formatPath(path),
        `${formatValue(before ?? undefined)} → ${formatValue(after)}`,
      ]);
    case 'delete':
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

function valueLines(screen: Screen, values: Plan['values']): readonly string[] {
  const { shown, hidden } = foldRows(screen, values);
  return [
    ...shown.flatMap((value) => wrapBehind('      ', printable(valueText(value)), screen.width)),
    ...foldedLine(hidden).map((line) => `      ${line}`),
  ];
}

function valueText({ address, path, expression, value }: Plan['values'][number]): string {
  return `${address} ${formatPath(path)}: ${expression} = ${formatValue(value)}`;
}

function codeOrNothing(text: string): string {
  return text === '' ? '' : cellCode(text);
}
