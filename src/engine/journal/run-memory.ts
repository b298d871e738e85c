import { digestJson, digestText, type Json, type JsonObject } from '../../core/index.ts';
import type { GateFact } from '../../core/gates/index.ts';
import type { Handle, Plan } from '../../core/plan/index.ts';
import { engineError } from '../errors.ts';
import type { JournalEntry } from '../ports.ts';
import type { RunFinding, TestResult } from '../report.ts';
import {
  isRunRow,
  toRow,
  type EndData,
  type IntentData,
  type JournalRow,
  type OutcomeData,
  type PassedData,
  type TimeUpData,
  type VerifiedData,
  type WaveData,
} from './rows.ts';

/** Where one step stands in one direction, as its rows say. */
export interface StepRecord {
  /** The last intent. */
  readonly intent?: IntentData;
  readonly intentAt?: string;
  /** Tickets of the last intent. */
  readonly ticket?: JsonObject;
  readonly outcome?: OutcomeData;
  readonly outcomeAt?: string;
  readonly verified?: VerifiedData;
  readonly failed?: EndData;
  readonly held?: EndData;
  readonly because?: string;
}

/** All that the journal of a run says. Grows with every row; only `remember` changes it. */
export interface RunMemory {
  lastSeq: number;
  readonly forward: Map<string, StepRecord>;
  readonly compensate: Map<string, StepRecord>;
  readonly bindings: Map<Handle, string>;
  readonly findings: (RunFinding & { readonly auditId?: string | undefined })[];
  tests: readonly TestResult[] | undefined;
  /** Waves that ended, by number. */
  readonly waves: Map<number, WaveData>;
  /** Gates that were passed by; undefined until journalled. */
  passedGates: readonly GateFact[] | undefined;
  /** Why no new step starts any more, once that is so. */
  timeIsUp: string | undefined;
}

/** The memory of a run's journal. SB3009 when rows are missing, unknown to the plan, or of another plan. */
export function foldJournal(plan: Plan, entries: readonly JournalEntry[]): RunMemory {
  const memory: RunMemory = {
    lastSeq: 0,
    forward: new Map(),
    compensate: new Map(),
    bindings: new Map(),
    findings: [],
    tests: undefined,
    waves: new Map(),
    passedGates: undefined,
    timeIsUp: undefined,
  };
  const digests = new Map(plan.steps.map((step) => [step.id, digestJson(step as unknown as Json)]));
  for (const entry of entries) {
    checkHistory(entry, memory, digests);
    remember(memory, entry);
  }
  return memory;
}

/** Takes one more row in. The only place that changes a memory. */
export function remember(memory: RunMemory, entry: JournalEntry): void {
  memory.lastSeq = entry.seq;
  const row = toRow(entry);
  if (row.phase === 'finding') memory.findings.push(row.data);
  else if (isRunRow(row.stepId)) rememberOfRun(memory, row.data);
  else {
    const records = memory[row.direction];
    records.set(row.stepId, advance(records.get(row.stepId) ?? {}, row, entry.at));
    if ((row.phase === 'outcome' || row.phase === 'verified') && 'handle' in row.data && row.data.id !== undefined)
      bind(memory, row.data.handle, row.data.id);
  }
}

function rememberOfRun(memory: RunMemory, data: JournalRow['data']): void {
  if ('wave' in data) memory.waves.set((data as WaveData).wave, data as WaveData);
  else if ('tests' in data) memory.tests = data.tests as readonly TestResult[];
  else if ('passed' in data) memory.passedGates = (data as PassedData).passed;
  else if ('timeIsUp' in data) memory.timeIsUp = (data as TimeUpData).timeIsUp;
}

/** True when the last intent has no outcome yet and the step did not end: its write may or may not have happened. */
export function isOutstanding(record: StepRecord | undefined): boolean {
  return record?.intent !== undefined && record.outcome === undefined && !hasEnded(record);
}

/** True when the step is done, failed or held for good. */
export function hasEnded(record: StepRecord | undefined): boolean {
  return record?.verified !== undefined || record?.failed !== undefined || record?.held !== undefined;
}

/** Texts of content as it was before the run wrote it, by digest. */
export function textsOf(memory: Pick<RunMemory, 'forward' | 'compensate'>): readonly (readonly [string, string])[] {
  return [...memory.forward.values(), ...memory.compensate.values()].flatMap((record) => {
    const text = record.intent?.before?.content?.text;
    return text === undefined ? [] : [[digestText(text), text] as const];
  });
}

function bind(memory: RunMemory, handle: Handle, id: string): void {
  if (handle !== id) memory.bindings.set(handle, id);
}

function advance(record: StepRecord, row: Exclude<JournalRow, { phase: 'finding' }>, at: string): StepRecord {
  switch (row.phase) {
    case 'intent':
      return { intent: row.data, intentAt: at };
    case 'ticket':
      return { ...record, ticket: row.data };
    case 'outcome':
      return { ...record, outcome: row.data, outcomeAt: at };
    case 'verified':
      return 'handle' in row.data ? { ...record, verified: row.data } : record;
    case 'failed':
      return 'error' in row.data ? { ...record, failed: row.data } : record;
    case 'held':
      return 'error' in row.data ? { ...record, held: row.data } : record;
    case 'skipped':
      return { ...record, because: row.data.because };
    default:
      return row satisfies never;
  }
}

function checkHistory(entry: JournalEntry, memory: RunMemory, digests: ReadonlyMap<string, string>): void {
  const refuse = (why: string): never => {
    throw engineError('SB3009', `Row ${entry.seq} of the journal ${why}.`, {
      context: { seq: entry.seq, stepId: entry.stepId },
    });
  };
  if (entry.seq !== memory.lastSeq + 1) refuse(`follows row ${memory.lastSeq}`);
  if (isRunRow(entry.stepId)) return;
  const digest = digests.get(entry.stepId.split('.')[0] ?? '');
  if (digest === undefined) refuse(`names step ${entry.stepId}, which the plan does not have`);
  const row = toRow(entry);
  if (row.direction === 'forward' && row.phase === 'intent' && row.data.stepDigest !== digest)
    refuse(`is of another version of step ${entry.stepId}`);
  const record = memory[entry.direction].get(entry.stepId);
  if (row.phase === 'outcome' && record?.intent === undefined) refuse('tells an outcome without an intent');
}
