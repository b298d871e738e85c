import type { ChangeMetadata } from '../../../core/index.ts';
import { gitError } from '../../git/errors.ts';

/** What a text says about a change, in lines of its own. Absent: nothing. */
export interface SaidMetadata {
  readonly owner?: string | undefined;
  readonly reason?: string | undefined;
  /** In the order of their lines. */
  readonly workItems: readonly string[];
  readonly lane?: ChangeMetadata['lane'] | undefined;
  readonly incident?: string | undefined;
}

const words = {
  owner: /^(?:signalbox-)?owner$/iu,
  reason: /^(?:signalbox-)?reason$/iu,
  workItem: /^(?:signalbox-)?(?:work-?item|ticket)s?$/iu,
  lane: /^(?:signalbox-)?lane$/iu,
  incident: /^(?:signalbox-)?incident$/iu,
} as const;

const lanes: readonly ChangeMetadata['lane'][] = ['standard', 'normal', 'emergency'];

/** Keys of issues (`CC-1423`), Azure Boards items (`AB#12`) and ServiceNow records (`CHG0031415`). */
const ticket = /\b(?:(?:CHG|INC|PRB|RITM|REQ|TASK|CTASK)\d{5,}|AB#\d+|[A-Z][A-Z\d]{1,9}-\d+)\b/gu;

/** Formats and encodings that look like tickets. */
const noTicket = /^(?:UTF|ISO|SHA|RFC|TLS|AES|HTTP|SB)-\d+$/u;

/**
 * What the lines `Owner:`, `Reason:`, `Work-Item:` (also `Ticket:`), `Lane:` and `Incident:` of a commit message or description say; each
 * may begin with `Signalbox-`. A line that is indented goes on with the one above. `where` names the text in errors.
 * Errors: SB2058 for a lane that is none.
 */
export function readSaidLines(text: string, where: string): SaidMetadata {
  const lines = text
    .replaceAll('\r\n', '\n')
    .replaceAll(/\n[ \t]+(?=\S)/gu, ' ')
    .split('\n');
  const said = lines.flatMap((line) => {
    const found = /^(?:[*-] )?(?<key>[A-Za-z-]+)\s*:\s*(?<value>\S.*)$/u.exec(line)?.groups;
    return found === undefined ? [] : [{ key: found['key'] ?? '', value: (found['value'] ?? '').trim() }];
  });
  const last = (key: RegExp): string | undefined => said.findLast((line) => key.test(line.key))?.value;
  const lane = last(words.lane)?.toLowerCase();
  return {
    owner: last(words.owner),
    reason: last(words.reason),
    workItems: said
      .filter(({ key }) => words.workItem.test(key))
      .flatMap(({ value }) => value.split(/[,;]\s*|\s+and\s+/u)),
    incident: last(words.incident),
    lane: lane === undefined ? undefined : laneOf(lane, where),
  };
}

/** The tickets that a title or the name of a branch mentions, in order. */
export function ticketsIn(text: string): readonly string[] {
  return (text.match(ticket) ?? []).filter((found) => !noTicket.test(found));
}

function laneOf(text: string, where: string): ChangeMetadata['lane'] {
  const lane = lanes.find((name) => name === text);
  if (lane !== undefined) return lane;
  throw gitError('SB2058', `${where} says Lane: ${text}; a lane is one of ${lanes.join(', ')}.`, { where, lane: text });
}
