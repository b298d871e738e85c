import { formatPath } from '../../../core/index.ts';
import type { Plan } from '../../../core/plan/index.ts';
import { amountOf } from '../../text/amount.ts';
import type { MarkdownPart } from '../../text/fit-markdown.ts';
import { cellCode, escapeMarkdown, inlineCode, markdownTable } from '../../text/markdown.ts';
import { formatValue } from '../../text/value.ts';
import { hiddenValues } from '../hidden-values.ts';
import { effectWords, reversibilityWords } from '../plan-summary.ts';
import { reachSummary, routeText } from '../review-words.ts';

/** What helps a reviewer besides the steps, each folded: computed values, reach, the way back, requests. */
export function reviewParts(plan: Plan): readonly MarkdownPart[] {
  return [
    ...valuesPart(plan),
    ...mergesPart(plan),
    ...reachPart(plan),
    ...rollbackPart(plan),
    ...termsPart(plan),
    ...testsPart(plan),
    ...costPart(plan),
  ];
}

function valuesPart(plan: Plan): readonly MarkdownPart[] {
  const rows = hiddenValues(plan).map((value) => [
    cellCode([value.address, formatPath(value.path)].filter((part) => part !== '').join(' ')),
    cellCode(value.expression),
    cellCode(formatValue(value.value)),
  ]);
  return tablePart(`Computed, and not seen above (${rows.length})`, ['where', 'expression', 'value'], rows);
}

function testsPart({ review }: Plan): readonly MarkdownPart[] {
  const rows = (review?.tests ?? [])
    .filter(({ calls }) => calls !== undefined)
    .map(({ name, calls = '', everyWave }) => [
      escapeMarkdown(name),
      cellCode(calls),
      everyWave ? 'every wave' : 'the end',
    ]);
  return tablePart(`Tests after it that call something (${rows.length})`, ['test', 'calls', 'after'], rows);
}

function reachPart({ review }: Plan): readonly MarkdownPart[] {
  const reach = review?.reach;
  if (reach === undefined) return [];
  const lines = [
    ...reach.objects.map(
      ({ address, via }) => `- ${inlineCode(address)} by ${via.slice(0, -1).toReversed().map(inlineCode).join(' ← ')}`,
    ),
    ...reach.numbers.map((number) => `- number ${inlineCode(number)}`),
    ...reach.routes.map((route) => `- ${inlineCode(route.address)} ${escapeMarkdown(routeText(route))}`),
    ...reach.openSchedules.map((schedule) => `- open now: ${inlineCode(schedule)}`),
    ...reach.unseen.map((text) => `- not looked at: ${escapeMarkdown(text)}`),
  ];
  return [{ summary: `Can affect ${reachSummary(reach)}`, blocks: lines.map((line) => ({ lines: [line], rank: 3 })) }];
}

function mergesPart({ review }: Plan): readonly MarkdownPart[] {
  const rows = (review?.merges ?? []).map(({ outcome, address, path, text, by }) => [
    outcome,
    cellCode(address),
    cellCode(formatPath(path)),
    escapeMarkdown(by === undefined ? text : `${text} · by ${by}`),
  ]);
  const header = ['outcome', 'resource', 'field', 'what happens'];
  return tablePart(`Changed by hand since the last deployment (${rows.length})`, header, rows);
}

function rollbackPart({ review }: Plan): readonly MarkdownPart[] {
  const rollback = review?.rollback;
  if (rollback === undefined || rollback.steps.length + rollback.problems.length === 0) return [];
  const { reversibility, steps, problems, approvers, successChecks } = rollback;
  const lines = [
    ...problems.map((text) => `- **${escapeMarkdown(text)}**`),
    ...(approvers.length === 0 ? [] : [`- approvers: ${approvers.map(escapeMarkdown).join(', ')}`]),
    ...successChecks.map((text) => `- check: ${escapeMarkdown(text)}`),
  ];
  const rows = steps.map(({ stepId, kind, address, text, effect }) => [
    stepId,
    kind,
    cellCode(address),
    escapeMarkdown(effect === 'none' ? text : `${text} · ${effectWords[effect]}`),
  ]);
  return [
    {
      summary: `Taking it back (${amountOf(steps.length, 'step')}): ${reversibilityWords[reversibility]}`,
      blocks: [
        ...lines.map((line) => ({ lines: [line], rank: 1 })),
        ...asTable(['step', 'kind', 'resource', 'what happens'], rows),
      ],
    },
  ];
}

function termsPart({ terms }: Plan): readonly MarkdownPart[] {
  const lines = [
    ...(terms === undefined || terms.approvers.length === 0
      ? []
      : [`- approvers: ${terms.approvers.map(escapeMarkdown).join(', ')}`]),
    ...(terms?.successChecks ?? []).map((text) => `- check: ${escapeMarkdown(text)}`),
  ];
  if (terms === undefined || lines.length === 0) return [];
  const summary = `As it was approved with ${escapeMarkdown(terms.undoes)}`;
  return [{ summary, blocks: lines.map((line) => ({ lines: [line], rank: 1 })) }];
}

function costPart({ review }: Plan): readonly MarkdownPart[] {
  const rows = (review?.cost?.endpoints ?? []).map(({ method, path, requests }) => [
    `${requests}`,
    method,
    cellCode(path),
  ]);
  return tablePart('Requests by endpoint', ['requests', 'method', 'path'], rows);
}

function tablePart(
  summary: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): readonly MarkdownPart[] {
  if (rows.length === 0) return [];
  const [head = '', rule = '', ...body] = markdownTable(header, rows);
  return [{ summary, lead: [head, rule], blocks: body.map((line) => ({ lines: [line], rank: 3 })) }];
}

/** A table as one block, so that it is never without its head. */
function asTable(header: readonly string[], rows: readonly (readonly string[])[]) {
  return rows.length === 0 ? [] : [{ lines: ['', ...markdownTable(header, rows)], rank: 2 }];
}
