import type { ErrorContext, FieldPath, Json, JsonObject } from '../../core/index.ts';
import type { GateFact } from '../../core/gates/index.ts';
import type { FieldChange, Handle } from '../../core/plan/index.ts';
import type { LiveObject } from '../../core/resource/index.ts';
import type { KeptPart } from '../../core/rollback/index.ts';
import type { JournalEntry } from '../ports.ts';
import type { RunFinding, StepError, TestResult } from '../report.ts';

/** An object as it was right before a write. Secrets are out of both forms. */
export interface BeforeImage {
  readonly id: string;
  readonly document: JsonObject;
  readonly body: JsonObject;
  readonly version?: number | undefined;
  readonly content?: { readonly text: string; readonly revision: string } | undefined;
}

/** What is about to be sent. Written before the write, so that a reader can settle it whatever happens. */
export interface IntentData {
  /** Counts from 1 within the step. */
  readonly attempt: number;
  /** Digest of the step, to refuse a changed history. */
  readonly stepDigest: string;
  /** When the object was read for comparison. */
  readonly readAt: string;
  /** Absent for creations. */
  readonly before?: BeforeImage | undefined;
  /** What an update writes, references bound. */
  readonly changes?: readonly FieldChange[] | undefined;
  /** What a creation writes, references bound. */
  readonly document?: JsonObject | undefined;
  /** For creations: ids that hold the key now, with those known to be on their way out. */
  readonly holders?: readonly string[] | undefined;
  /** For creations: the deleted id that is to be brought back instead of making a new object. */
  readonly restores?: string | undefined;
  /** For deletions: what goes with the object. */
  readonly parts?: readonly KeptPart[] | undefined;
}

/** A field with the value it has after the write. */
export interface FieldValue {
  readonly path: FieldPath;
  readonly value: Json;
}

/** What the write gave. */
export interface OutcomeData {
  readonly handle: Handle;
  readonly id: string;
  readonly version?: number | undefined;
  /** Values that the platform answered for the fields written. */
  readonly actual: readonly FieldValue[];
  /** True when found by reading, because the answer was lost. */
  readonly settled?: boolean | undefined;
}

/** What was read back. */
export interface VerifiedData {
  readonly handle: Handle;
  readonly id?: string | undefined;
  readonly version?: number | undefined;
  readonly revision?: string | undefined;
  /** What a new object came with that nobody declared or predicted. */
  readonly filledIn?: readonly FieldValue[] | undefined;
  /** True when it was so already and nothing was written. */
  readonly matching?: boolean | undefined;
}

/** Why a step failed or is held. */
export interface EndData {
  readonly error: StepError;
  readonly context?: ErrorContext | undefined;
  /** Values found instead of those expected. */
  readonly actual?: readonly FieldValue[] | undefined;
}

/** The step id under which the tests of the changeset are journalled. */
export const testsStepId = 'tests';

/** The step id under which gates that a lane passed by, and the end of the run's time, are journalled. */
export const gatesStepId = 'gates';

/** The step id under which the end of a wave is journalled: `wave:1`. */
export function waveStepId(wave: number): string {
  return `wave:${wave}`;
}

/** A wave that ended: its tests, and when the next one may begin. */
export interface WaveData {
  readonly wave: number;
  readonly tests: readonly TestResult[];
  /** ISO instant. */
  readonly pauseUntil: string;
}

/** Gates that were closed and that the lane passed by. */
export interface PassedData {
  readonly passed: readonly GateFact[];
}

/** Why no new step starts any more, and what was decided about those that were done. */
export interface TimeUpData {
  readonly timeIsUp: string;
}

/** True for rows of the run as a whole, which belong to no step. */
export function isRunRow(stepId: string): boolean {
  return stepId === testsStepId || stepId === gatesStepId || stepId.startsWith('wave:');
}

interface RowBase {
  readonly direction: JournalEntry['direction'];
  readonly stepId: string;
}

/** What a row says, by phase. */
export type RowFact =
  | { readonly phase: 'intent'; readonly data: IntentData }
  | { readonly phase: 'ticket'; readonly data: JsonObject }
  | { readonly phase: 'outcome'; readonly data: OutcomeData }
  | {
      readonly phase: 'verified';
      readonly data: VerifiedData | WaveData | PassedData | { readonly tests: readonly TestResult[] };
    }
  | { readonly phase: 'skipped'; readonly data: { readonly because: string } }
  | {
      readonly phase: 'failed' | 'held';
      readonly data: EndData | WaveData | TimeUpData | { readonly tests: readonly TestResult[] };
    }
  | { readonly phase: 'finding'; readonly data: RunFinding & { readonly auditId?: string | undefined } };

/** A journal row in decoded form. */
export type JournalRow = RowBase & RowFact;

/** The row as the store keeps it: plain JSON. */
export function toEntry(row: JournalRow, seq: number, at: string): JournalEntry {
  const data: unknown = JSON.parse(JSON.stringify(row.data));
  return { seq, direction: row.direction, stepId: row.stepId, phase: row.phase, at, data: data as JsonObject };
}

/** The row that an entry of our own store holds. */
export function toRow(entry: JournalEntry): JournalRow {
  return {
    direction: entry.direction,
    stepId: entry.stepId,
    phase: entry.phase,
    data: entry.data,
  } as unknown as JournalRow;
}

/** The before-image of an object; `strip` takes secrets out. */
export function toBeforeImage(
  live: LiveObject,
  document: JsonObject,
  strip: (body: JsonObject) => JsonObject,
): BeforeImage {
  return {
    id: live.id,
    document,
    body: strip(live.body),
    ...(live.version === undefined ? {} : { version: live.version }),
  };
}
