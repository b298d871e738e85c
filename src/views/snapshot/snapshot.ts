import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, inlineCode, markdownTable } from '../text/markdown.ts';
import { paint, type Screen } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { printable } from '../text/width.ts';

/** What a snapshot file holds. */
export interface SnapshotSummary {
  readonly file: string;
  readonly environment: string;
  readonly organisation: string;
  readonly takenAt: string;
  readonly digest: string;
  readonly bytes: number;
  /** Sorted by type. `complete` is false where a permission hid some. */
  readonly types: readonly { readonly type: string; readonly objects: number; readonly complete: boolean }[];
}

/** A snapshot as people read it. */
export function snapshotToHuman(screen: Screen, summary: SnapshotSummary): string {
  return textOf([
    paint(screen, 'strong', printable(`Snapshot of ${summary.environment} in ${summary.file}`)),
    ...renderTable(
      screen,
      [
        ['organisation', summary.organisation],
        ['taken at', summary.takenAt],
        ['size', sizeText(summary)],
      ],
      { indent: 2 },
    ),
    '',
    ...renderTable(
      screen,
      summary.types.map(({ type, objects, complete }) => [
        type,
        `${amountOf(objects, 'object')}${complete ? '' : ', not all visible'}`,
      ]),
      { indent: 2 },
    ),
    '',
    `digest ${summary.digest}`,
  ]);
}

/** The same as Markdown. */
export function snapshotToMarkdown(summary: SnapshotSummary): string {
  return textOf([
    `### Snapshot of ${escapeMarkdown(summary.environment)}`,
    '',
    `${inlineCode(summary.file)} · ${escapeMarkdown(summary.organisation)} · ${escapeMarkdown(summary.takenAt)} · ${sizeText(summary)}`,
    '',
    ...markdownTable(
      ['type', 'objects', ''],
      summary.types.map(({ type, objects, complete }) => [
        inlineCode(type),
        String(objects),
        complete ? '' : 'not all visible',
      ]),
    ),
    '',
    `<sub>digest ${inlineCode(summary.digest)}</sub>`,
  ]);
}

/** The same as JSON, kind `Snapshot`. */
export function snapshotToJson(summary: SnapshotSummary): string {
  return jsonDocument('Snapshot', { ...summary });
}

function sizeText({ types, bytes }: SnapshotSummary): string {
  const objects = types.reduce((sum, entry) => sum + entry.objects, 0);
  return `${amountOf(objects, 'object')} of ${amountOf(types.length, 'type')}, ${amountOf(Math.ceil(bytes / 1024), 'kilobyte')}`;
}
