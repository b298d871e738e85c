import type { Step } from '../../../core/plan/index.ts';
import { amountOf } from '../../text/amount.ts';
import { foldedLine, foldRows } from '../../text/fold.ts';
import { paint, type Screen, type Tone } from '../../text/screen.ts';
import { renderTable } from '../../text/table.ts';
import { displayWidth, padEndTo, printable } from '../../text/width.ts';
import { wrapBehind } from '../../text/wrap.ts';
import { foldFields, type FieldLine, type Texts } from '../field-lines.ts';

const indent = 6;
const arrow = ' → ';
/** Changed items and lines of one field that stand on a screen before they are folded. */
const piecesShown = 12;

/**
 * The fields of a step on the screen: path and value of what is made or goes, aligned `before → after` of what changes.
 * Values that are too long to stand side by side stand one under the other; of lists and texts, what changes in them.
 */
export function fieldTable(screen: Screen, step: Step, texts: Texts = {}): readonly string[] {
  const { shown, hidden } = foldFields(step, texts, screen.unfolded);
  const folded = hidden === 0 ? [] : [`${' '.repeat(indent)}… and ${hidden} more fields; --verbose shows all`];
  const isChange = step.kind === 'update' || step.kind === 'rename';
  return [...(isChange ? changeLines(screen, shown) : valueLines(screen, shown, step.kind)), ...folded];
}

function valueLines(screen: Screen, fields: readonly FieldLine[], kind: Step['kind']): readonly string[] {
  const tone: Tone = kind === 'delete' ? 'bad' : 'good';
  const rows = fields.map(({ path, before, after }) => [path, { text: after ?? before ?? '', tone }]);
  return renderTable(screen, rows, { indent, leading: true });
}

function changeLines(screen: Screen, fields: readonly FieldLine[]): readonly string[] {
  const beside = besideEachOther(screen, fields);
  const widths = widthsOf(beside);
  return fields.flatMap((field) => {
    if (!beside.includes(field)) return stackedLines(screen, field);
    const { path, before = '', after = '' } = field;
    return [
      ' '.repeat(indent) +
        padEndTo(path, widths.path) +
        '  ' +
        paint(screen, 'bad', before) +
        ' '.repeat(widths.before - displayWidth(before)) +
        arrow +
        paint(screen, 'good', after),
    ];
  });
}

/** The fields whose rows fit the screen when their columns are aligned; the longest give way first. */
function besideEachOther(screen: Screen, fields: readonly FieldLine[]): readonly FieldLine[] {
  let kept = fields.filter(({ pieces }) => pieces === undefined);
  for (;;) {
    const widths = widthsOf(kept);
    const needed = indent + widths.path + 2 + widths.before + arrow.length + widths.after;
    if (kept.length === 0 || needed <= screen.width) return kept;
    const longest = Math.max(...kept.map(lengthOf));
    kept = kept.filter((field) => lengthOf(field) < longest);
  }
}

function lengthOf({ path, before = '', after = '' }: FieldLine): number {
  return displayWidth(path) + displayWidth(before) + displayWidth(after);
}

function widthsOf(fields: readonly FieldLine[]): {
  readonly path: number;
  readonly before: number;
  readonly after: number;
} {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth));
  return {
    path: widest(fields.map(({ path }) => path)),
    before: widest(fields.map(({ before = '' }) => before)),
    after: widest(fields.map(({ after = '' }) => after)),
  };
}

function stackedLines(screen: Screen, { path, before = '', after = '', pieces }: FieldLine): readonly string[] {
  const note =
    pieces === undefined ? '' : `  (${amountOf(pieces.kept, pieces.noun)} ${pieces.kept === 1 ? 'stays' : 'stay'})`;
  const changed = pieces?.changed ?? [{ sign: '-', text: before } as const, { sign: '+', text: after } as const];
  const { shown, hidden } = foldRows(screen, changed, piecesShown);
  return [
    ...wrapBehind(' '.repeat(indent), path + note, screen.width),
    ...shown.flatMap(({ sign, text }) => pieceLines(screen, sign, printable(text))),
    ...foldedLine(hidden).map((line) => `${' '.repeat(indent + 2)}${line}`),
  ];
}

/** What a text is indented by stays, so that lines of YAML can be told apart. */
function pieceLines(screen: Screen, sign: '-' | '+', text: string): readonly string[] {
  const lead = /^ {0,24}/u.exec(text)?.[0] ?? '';
  const lines = wrapBehind(`${' '.repeat(indent + 2)}${sign} ${lead}`, text.slice(lead.length), screen.width);
  return lines.map((line) => paint(screen, sign === '-' ? 'bad' : 'good', line));
}
