import type { CheckState } from '../../core/policy/index.ts';
import { amountOf } from '../text/amount.ts';
import { jsonDocument, textOf } from '../text/document.ts';
import { escapeMarkdown, markdownTable } from '../text/markdown.ts';
import { paint, type Screen, type Tone } from '../text/screen.ts';
import { renderTable } from '../text/table.ts';
import { wrapText } from '../text/wrap.ts';

/** What `policy list` shows. */
export interface CheckList {
  /** Absent: as the checks are by themselves. */
  readonly environment?: string | undefined;
  readonly checks: readonly CheckState[];
  /** The day that decides which waivers count. */
  readonly today: string;
}

const tones: Readonly<Record<CheckState['severity'], Tone>> = {
  error: 'bad',
  warning: 'warning',
  info: 'plain',
  off: 'quiet',
};

/** One line per check: code, severity, what is wrong when it finds something, and what was set about it. */
export function checksToHuman(screen: Screen, list: CheckList): string {
  const rows = list.checks.map((check) => [
    check.code,
    { text: check.severity, tone: tones[check.severity] },
    [check.summary, ...remarksOn(check, list.today)].join(' · '),
  ]);
  return textOf([
    paint(screen, 'strong', titleOf(list)),
    '',
    ...renderTable(screen, rows, { whole: [1] }),
    '',
    ...wrapText(`${closingOf(list)} --format json shows all that is known of them.`, screen.width),
  ]);
}

/** The checks as JSON, kind `Checks`: `environment`, `checks` with their parameters and waivers. */
export function checksToJson({ environment, checks }: CheckList): string {
  return jsonDocument('Checks', { ...(environment === undefined ? {} : { environment }), checks });
}

/** The checks as a Markdown table. */
export function checksToMarkdown(list: CheckList): string {
  const rows = list.checks.map((check) => [
    check.code,
    check.severity,
    escapeMarkdown(check.summary),
    escapeMarkdown(remarksOn(check, list.today).join('; ')),
  ]);
  return textOf([
    `### ${escapeMarkdown(titleOf(list))}`,
    '',
    ...markdownTable(['code', 'severity', 'finds', 'set'], rows),
    '',
    closingOf(list),
  ]);
}

function titleOf({ environment }: CheckList): string {
  return environment === undefined ? 'Checks as they are by themselves' : `Checks and policies of ${environment}`;
}

function closingOf({ checks }: CheckList): string {
  const own = checks.filter(({ code }) => code.startsWith('POLICY/')).length;
  const off = checks.filter(({ severity }) => severity === 'off').length;
  return `${amountOf(checks.length - own, 'check')}, ${amountOf(own, 'policy rule')}, ${off} off.`;
}

function remarksOn({ setBy, reason, parameters, waivers, severity }: CheckState, today: string): readonly string[] {
  const values = Object.entries(parameters).map(
    ([name, value]) => `${name} ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`,
  );
  return [
    ...(setBy === 'planning' ? [`by planning: ${reason ?? ''}`] : []),
    ...(setBy === 'settings'
      ? [`${severity === 'off' ? 'off' : 'set'}${reason === undefined ? '' : `: ${reason}`}`]
      : []),
    ...(values.length === 0 ? [] : [values.join(', ')]),
    ...waivers.map(
      ({ address, until, reason: why }) =>
        `${today <= until ? 'waived until' : 'waiver ran out on'} ${until}${address === undefined ? '' : ` for ${address}`}: ${why}`,
    ),
  ];
}
