import type { TypeSheet } from '../../core/resource/index.ts';
import { textOf } from '../text/document.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { wrapBehind } from '../text/wrap.ts';
import { typeFacts } from './facts.ts';

/** All that is known of each type, a page each. */
export function typePagesToHuman(screen: Screen, sheets: readonly TypeSheet[]): string {
  return textOf(sheets.flatMap((sheet) => [...humanPage(screen, sheet), '']));
}

/** As `typePagesToHuman`, as Markdown. */
export function typePagesToMarkdown(sheets: readonly TypeSheet[]): string {
  return textOf(
    sheets.flatMap((sheet) => [
      `### ${inlineCode(sheet.type)}: ${escapeMarkdown(sheet.noun)}`,
      '',
      ...markdownTable(
        ['', ''],
        typeFacts(sheet).map(({ name, text }) => [name, escapeMarkdown(text)]),
      ),
      '',
      ...(sheet.references.length === 0 ? [] : markdownTable(['reference', 'to'], referenceRows(sheet))),
      '',
      ...sheet.knownLimits.map((limit) => `- ${escapeMarkdown(limit)}`),
      '',
    ]),
  );
}

function humanPage(screen: Screen, sheet: TypeSheet): readonly string[] {
  const facts = typeFacts(sheet);
  const width = Math.max(...facts.map(({ name }) => name.length)) + 2;
  const references = sheet.references.map(({ path, types, when }) => `${path} → ${types.join(', ')}${condition(when)}`);
  return [
    paint(screen, 'strong', `${sheet.type}: ${sheet.noun}`),
    '',
    ...facts.flatMap(({ name, text }) => wrapBehind(name.padEnd(width), text, screen.width)),
    ...(references.length === 0
      ? []
      : ['', 'references', ...references.flatMap((line) => wrapBehind('  ', line, screen.width))]),
    ...(sheet.knownLimits.length === 0
      ? []
      : ['', 'known limits', ...sheet.knownLimits.flatMap((limit) => wrapBehind('  * ', limit, screen.width))]),
  ];
}

function referenceRows(sheet: TypeSheet): readonly (readonly string[])[] {
  return sheet.references.map(({ path, types, when }) => [
    inlineCode(path),
    types.map(inlineCode).join(', ') + escapeMarkdown(condition(when)),
  ]);
}

function condition(when: string | undefined): string {
  return when === undefined ? '' : ` (where ${when})`;
}
