import { jsonDocument, textOf } from '../text/document.ts';
import { junitText } from '../text/junit.ts';
import { escapeMarkdown, markdownTable } from '../text/markdown.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { displayWidth, padEndTo, printable } from '../text/width.ts';
import { wrapBehind } from '../text/wrap.ts';
import { verdictOf, type HealthItem } from './health.ts';

const tones: Readonly<Record<HealthItem['status'], Tone>> = {
  ok: 'good',
  warning: 'warning',
  failed: 'bad',
  skipped: 'quiet',
};
const verdicts = {
  ok: 'Everything that was looked at is fine.',
  warning: 'It works; the warnings are worth a look.',
  failed: 'It does not work yet: see what failed.',
} as const;

/** The doctor's findings as people read them, one line each and what to do about those that are not fine. */
export function healthToHuman(screen: Screen, environment: string, items: readonly HealthItem[]): string {
  const width = Math.max(0, ...items.map(({ name }) => displayWidth(name)));
  return textOf([
    paint(screen, 'strong', `Health of ${printable(environment)}`),
    '',
    ...items.flatMap((item) => itemLines(screen, item, width)),
    '',
    verdicts[verdictOf(items)],
  ]);
}

/** The doctor's findings as JSON, kind `HealthReport`: `environment`, `verdict`, `checks`. */
export function healthToJson(environment: string, items: readonly HealthItem[]): string {
  return jsonDocument('HealthReport', { environment, verdict: verdictOf(items), checks: items });
}

/** The doctor's findings as a Markdown table. */
export function healthToMarkdown(environment: string, items: readonly HealthItem[]): string {
  const rows = items.map(({ name, status, detail, remedy }) => [name, status, detail, remedy].map(escapeMarkdown));
  return textOf([
    `### Health of ${escapeMarkdown(environment)}: ${verdictOf(items)}`,
    '',
    ...markdownTable(['check', 'status', 'found', 'next'], rows),
  ]);
}

/** The doctor's findings as JUnit XML; what failed fails, what was not looked at is skipped. */
export function healthToJunit(environment: string, items: readonly HealthItem[]): string {
  const cases = items.map(({ name, status, detail, remedy }) => ({
    name,
    group: `doctor ${environment}`,
    ...(status === 'failed' ? { failure: { message: detail, text: remedy } } : {}),
    ...(status === 'skipped' ? { skipped: detail } : {}),
  }));
  return junitText(`doctor ${environment}`, cases);
}

function itemLines(screen: Screen, item: HealthItem, width: number): readonly string[] {
  const status = padEndTo(item.status, 'warning'.length);
  const prefix = `${status}  ${padEndTo(printable(item.name), width)}  `;
  const [first = '', ...rest] = wrapBehind(prefix, printable(item.detail), screen.width);
  const next =
    item.remedy === '' || item.status === 'ok'
      ? []
      : wrapBehind(`${' '.repeat(displayWidth(prefix))}next: `, printable(item.remedy), screen.width);
  return [paint(screen, tones[item.status], status) + first.slice(status.length), ...rest, ...next];
}
