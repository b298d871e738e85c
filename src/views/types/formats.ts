import { typeOperations, type TypeSheet } from '../../core/resource/index.ts';
import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { wrapBehind, wrapText } from '../text/wrap.ts';

/**
 * One line per type, grouped by area. Types with known limits are marked; an unfolded screen shows what the limits are.
 */
export function typesToHuman(screen: Screen, sheets: readonly TypeSheet[]): string {
  const longest = Math.max(0, ...sheets.map(({ type }) => type.length)) + 2;
  const width = Math.max(24, Math.min(longest, screen.width - factsWidth - indent.length));
  const areas = [...new Set(sheets.map(({ area }) => area))].toSorted();
  return textOf([
    paint(screen, 'quiet', `${' '.repeat(width + indent.length)}level      v refs  mode       travels`.trimEnd()),
    ...areas.flatMap((area) => [
      paint(screen, 'strong', area),
      ...sheets.filter((sheet) => sheet.area === area).flatMap((sheet) => lineOf(screen, sheet, width)),
    ]),
    '',
    ...wrapText(`${closing(sheets)} ${legend(screen, sheets)}`, screen.width),
  ]);
}

/** Every fact of every type as JSON, kind `ResourceTypes`, sorted by type. */
export function typesToJson(sheets: readonly TypeSheet[]): string {
  return jsonDocument('ResourceTypes', { types: sheets });
}

/** One row per type as a Markdown table. */
export function typesToMarkdown(sheets: readonly TypeSheet[]): string {
  const rows = sheets.map((sheet) => [
    inlineCode(sheet.type),
    sheet.area,
    sheet.level,
    ...typeOperations.map((operation) => sheet.operations[operation].can),
    sheet.versioned ? 'yes' : 'no',
    String(sheet.references.length),
    sheet.defaultMode,
    sheet.portability,
    sheet.knownLimits.map(escapeMarkdown).join(' '),
  ]);
  return textOf([
    `### ${amountOf(sheets.length, 'resource type')}`,
    '',
    ...markdownTable(
      ['type', 'area', 'level', ...typeOperations, 'versioned', 'references', 'mode', 'travels', 'known limits'],
      rows,
    ),
  ]);
}

const indent = '  ';
/** `A  ecudr  v  22  reference  environment`. */
const factsWidth = 40;

function lineOf(screen: Screen, sheet: TypeSheet, width: number): readonly string[] {
  const name = `${sheet.type}${sheet.knownLimits.length > 0 ? ' *' : ''}`;
  const facts = [
    sheet.level,
    ` ${operationLetters(sheet)}`,
    sheet.versioned ? 'v' : '-',
    ` ${String(sheet.references.length).padStart(2)}`,
    ` ${sheet.defaultMode.padEnd(9)}`,
    ` ${sheet.portability}`,
  ].join(' ');
  const gap = ' '.repeat(indent.length + width);
  const lines = name.length > width - 1 ? [indent + name, gap + facts] : [indent + name.padEnd(width) + facts];
  if (!screen.unfolded) return lines;
  return [...lines, ...sheet.knownLimits.flatMap((limit) => wrapBehind('    * ', limit, screen.width))];
}

/** `ecudr` with a letter for what can be done, `-` for what can not, and a capital for what has to be asked for. */
function operationLetters({ operations }: TypeSheet): string {
  return typeOperations
    .map((operation) => {
      const { can } = operations[operation];
      const letter = operation.charAt(0);
      return can === 'no' ? '-' : can === 'asked' ? letter.toUpperCase() : letter;
    })
    .join('');
}

function closing(sheets: readonly TypeSheet[]): string {
  const levels = (['A', 'B', 'C'] as const).map(
    (level) => `${sheets.filter((sheet) => sheet.level === level).length} of level ${level}`,
  );
  return `${amountOf(sheets.length, 'type')}: ${levels.join(', ')}.`;
}

function legend(screen: Screen, sheets: readonly TypeSheet[]): string {
  const hasLimits = sheets.some(({ knownLimits }) => knownLimits.length > 0);
  return [
    'Level A: all behaviours are proven here, B: proven through the official SDK, C: facts only.',
    'ecudr: what can be done, of export, create, update, delete, rename; E: exported only when named.',
    'v: a stale write is refused. refs: places that point at other objects.',
    ...(hasLimits && !screen.unfolded ? ['*: has known limits (--verbose).'] : []),
    'All of one type: signalbox types TYPE.',
  ].join(' ');
}
