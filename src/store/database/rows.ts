import type { Selectable } from 'kysely';
import { isJsonObject, type Artifact, type BaselineEntry, type Json } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import type { JournalEntry, Run, RunKind, RunState } from '../../engine/index.ts';
import { storeError } from '../errors.ts';
import type { RunTable } from './tables.ts';

const kinds: readonly string[] = ['deploy', 'rollback'] satisfies RunKind[];
const states: readonly string[] = ['running', 'compensating', 'succeeded', 'compensated', 'held'] satisfies RunState[];

/** The run that a row holds. Throws SB5009 when it can not be one. */
export function parseRun(row: Selectable<RunTable>): Run {
  return {
    id: row.id,
    kind: member<RunKind>(row.kind, kinds, `kind of ${row.id}`),
    environment: row.environment,
    state: member<RunState>(row.state, states, `state of ${row.id}`),
    artifact: shaped<Artifact>(row.artifact, ['digest', 'changeset'], `artifact of ${row.id}`),
    plan: shaped<Plan>(row.plan, ['steps', 'decisionDigest'], `plan of ${row.id}`),
    ...(row.undoes === null ? {} : { undoes: row.undoes }),
    startedBy: row.started_by,
    startedAt: row.started_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    ...(row.outcome === null ? {} : { outcome: row.outcome }),
  };
}

/** The journal entry that a row holds. Throws SB5009. */
export function parseJournalEntry(value: unknown, place: string): JournalEntry {
  return shaped<JournalEntry>(value, ['seq', 'stepId', 'phase', 'direction', 'at', 'data'], place);
}

/** The baseline entry that a row holds. Throws SB5009. */
export function parseBaselineEntry(value: unknown, place: string): BaselineEntry {
  return shaped<BaselineEntry>(value, ['address', 'type', 'id', 'fields', 'runId'], place);
}

/** A value as the text of a `json` column; half surrogates and U+0000 are written as escapes and come back. */
export function toJsonText(value: object | Json): string {
  return JSON.stringify(value);
}

/** The text, when PostgreSQL can keep it in a `text` column. Throws SB5008. */
export function storableText(text: string, what: string): string {
  if (text.isWellFormed() && !text.includes('\0')) return text;
  throw storeError('SB5008', `The ${what} ${JSON.stringify(text)} can not be kept.`, { context: { what } });
}

/** A text for people as PostgreSQL can keep it: what it can not keep becomes U+FFFD. A run must be able to end. */
export function readableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** Our own writer made the value and it passed through JSON unchanged, so that the outer keys decide. */
function shaped<T extends object>(value: unknown, keys: readonly (keyof T & string)[], place: string): T {
  if (isJsonObject(value as Json) && keys.every((key) => Object.hasOwn(value as T, key))) return value as T;
  throw storeError('SB5009', `The ${place} is not what Signalbox writes.`, { context: { place } });
}

function member<T extends string>(value: string, all: readonly string[], place: string): T {
  if (all.includes(value)) return value as T;
  throw storeError('SB5009', `The ${place} is '${value}'.`, { context: { place, value } });
}
