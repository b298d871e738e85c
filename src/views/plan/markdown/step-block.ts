import type { Plan, Step } from '../../../core/plan/index.ts';
import { amountOf } from '../../text/amount.ts';
import type { MarkdownBlock } from '../../text/fit-markdown.ts';
import { cellCode, escapeMarkdown, fencedBlock, inlineCode, markdownTable } from '../../text/markdown.ts';
import { printable } from '../../text/width.ts';
import { foldFields, type FieldLine } from '../field-lines.ts';
import { reversibilityWords } from '../plan-summary.ts';
import { stepFacts, stepName } from '../step-words.ts';

/** Changed items and lines of one field that stand in a comment; the rest is in the plan file. */
const piecesShown = 40;

/** One step in a comment: its fields, what else it brings about, why. Where room is short: what it is and how many fields. */
export function stepBlock(plan: Plan, step: Step): MarkdownBlock {
  const { shown, hidden } = foldFields(step, plan.contents, false);
  const rank = step.kind === 'delete' || step.reversibility === 'irreversible' ? 0.5 : 1;
  const title = `**${inlineCode(stepName(step))}** ${step.kind} · ${step.id}`;
  const side = (plan.review?.sideEffects ?? []).filter(({ stepId }) => stepId === step.id);
  const facts = step.kind === 'noop' ? ['as it should be'] : [...stepFacts(plan, step), undoText(step)];
  return {
    rank,
    short: [`${title} · ${amountOf(shown.length + hidden, 'field')}, not shown here`, ''],
    lines: [
      title,
      '',
      ...fieldRows(shown),
      '',
      ...shown.flatMap(pieceLines),
      ...(hidden === 0 ? [] : [`… and ${hidden} more fields, in the file of \`--out\``, '']),
      ...side.map(({ text }) => `- also: ${escapeMarkdown(text)}`),
      ...(side.length === 0 ? [] : ['']),
      escapeMarkdown([...new Set(facts)].join(' · ')),
      '',
    ],
  };
}

function undoText({ reversibility }: Step): string {
  return reversibilityWords[reversibility];
}

function fieldRows(fields: readonly FieldLine[]): readonly string[] {
  if (fields.length === 0) return [];
  return markdownTable(
    ['field', 'before', 'after'],
    fields.map(({ path, before, after, pieces }) =>
      pieces === undefined
        ? [cellCode(path), codeOrNothing(before), codeOrNothing(after)]
        : [cellCode(path), amountOf(pieces.kept, pieces.noun) + (pieces.kept === 1 ? ' stays' : ' stay'), 'see below'],
    ),
  );
}

function pieceLines({ path, pieces }: FieldLine): readonly string[] {
  if (pieces === undefined) return [];
  const shown = pieces.changed.slice(0, piecesShown);
  const hidden = pieces.changed.length - shown.length;
  return [
    `${inlineCode(path)}:`,
    '',
    ...fencedBlock(
      shown.map(({ sign, text }) => `${sign} ${printable(text)}`),
      'diff',
    ),
    ...(hidden === 0 ? [] : [`… and ${amountOf(hidden, `more ${pieces.noun}`)}, in the file of \`--out\``]),
    '',
  ];
}

function codeOrNothing(text: string | undefined): string {
  return text === undefined ? '' : cellCode(text);
}
