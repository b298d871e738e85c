import { formatPath, valueAt, withValueAt, type SignalboxError } from '../../core/index.ts';
import type { FieldChange } from '../../core/plan/index.ts';
import type { LiveObject } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import type { FieldValue, IntentData, JournalRow, OutcomeData } from '../journal/index.ts';
import type { RunContext } from '../run/run-context.ts';
import { declaredPaths, describeOverlaps, differingFields } from '../../core/three-way/index.ts';
import { hasValue, movedFields, type Overlap } from '../../core/three-way/index.ts';
import { predictedMoves } from '../../core/review/index.ts';
import { observeBack, type Observed } from './observe.ts';
import { lookUntil, visibilityMarginMs } from './patience.ts';
import { needsContent, type Work } from './work.ts';

/** What reading back gave: rows to journal, the last of which ends the step. */
export interface Verification {
  readonly rows: readonly JournalRow[];
  readonly error?: SignalboxError | undefined;
}

/** Reads back until the write is visible, or as long as the descriptor allows. */
export async function verify(
  context: RunContext,
  work: Work,
  intent: IntentData,
  outcome: OutcomeData,
): Promise<Verification> {
  const patienceMs = work.descriptor.visibilityLagMs + visibilityMarginMs;
  const look = (): Promise<Observed | undefined> =>
    observeBack(context, work.descriptor, outcome.id, needsContent(work) && work.step.kind !== 'delete');
  const last = await lookUntil(
    context.clock,
    patienceMs,
    look,
    (observed) => missing(context, work, intent, observed) === undefined,
  );
  const problem = missing(context, work, intent, last);
  if (problem !== undefined) return failed(work, outcome, problem);
  const filled = filledIn(context, work, intent, last);
  return { rows: [...unpredicted(context, work, intent, last), verifiedRow(work, outcome, last, filled)] };
}

/** Values that the platform answered for the fields an intent wrote. */
export function answeredValues(
  intent: IntentData,
  answer: { readonly document: Readonly<Record<string, unknown>> } | undefined,
): readonly FieldValue[] {
  if (answer === undefined) return [];
  const document = answer.document as Observed['document'];
  const paths =
    intent.changes?.map((change) => change.path) ?? Object.keys(intent.document ?? {}).map((name) => [name]);
  return paths.flatMap((path) => {
    const value = valueAt(document, path);
    return value === undefined ? [] : [{ path, value }];
  });
}

function missing(
  context: RunContext,
  work: Work,
  intent: IntentData,
  observed: Observed | undefined,
): readonly Overlap[] | undefined {
  if (work.step.kind === 'delete') return observed === undefined ? undefined : [];
  if (observed === undefined) return [];
  const input = { texts: context, descriptor: work.descriptor, document: observed.document };
  const differing =
    intent.document === undefined
      ? differingChanges(context, work, observed, intent.changes ?? [])
      : differingFields(input, intent.document);
  return differing.length === 0 ? undefined : differing;
}

function differingChanges(
  context: RunContext,
  work: Work,
  observed: Observed,
  changes: readonly FieldChange[],
): readonly Overlap[] {
  return changes
    .filter(({ path, after }) => !hasValue(context, work.descriptor, observed.document, { path, value: after }))
    .map(({ path, after }) => ({ path, expected: after, actual: valueAt(observed.document, path) }));
}

function failed(work: Work, outcome: OutcomeData, overlaps: readonly Overlap[]): Verification {
  const what =
    overlaps.length > 0
      ? describeOverlaps(overlaps)
      : work.step.kind === 'delete'
        ? 'it is still there'
        : 'it can not be seen';
  const error = engineError('SB3015', `${work.step.address} was written, but ${what}.`, {
    context: { address: work.step.address, id: outcome.id },
  });
  const actual = overlaps.map((overlap) => ({ path: overlap.path, value: overlap.actual ?? null }));
  const data = { error: { code: error.code, message: error.message, remedy: error.remedy }, actual };
  return { rows: [{ direction: work.direction, stepId: work.step.id, phase: 'failed', data }], error };
}

function verifiedRow(
  work: Work,
  outcome: OutcomeData,
  observed: Observed | undefined,
  filled: readonly FieldValue[],
): JournalRow {
  const version = observed?.live.version;
  const revision = observed?.content?.revision;
  const data = {
    handle: work.step.handle,
    id: outcome.id,
    ...(version === undefined ? {} : { version }),
    ...(revision === undefined ? {} : { revision }),
    ...(filled.length === 0 ? {} : { filledIn: filled }),
  };
  return { direction: work.direction, stepId: work.step.id, phase: 'verified', data };
}

/**
 * Everything known of the object that is neither as read before the write, nor written, nor among what the descriptor says
 * moves with it: somebody else was there, or the platform did more than it was asked to.
 */
function unpredicted(
  context: RunContext,
  work: Work,
  intent: IntentData,
  observed: Observed | undefined,
): readonly JournalRow[] {
  const before = intent.before?.document;
  if (before === undefined || observed === undefined) return [];
  const changes = intent.changes ?? [];
  const expected = changes.reduce((document, { path, after }) => withValueAt(document, path, after), before);
  const exempt = [...changes.map(({ path }) => path), ...predictedMoves(work.descriptor, 'update', expected, changes)];
  const input = { texts: context, descriptor: work.descriptor, document: observed.document };
  return movedFields(input, expected, exempt).map(({ path, expected: was, actual }) => {
    const summary = `${formatPath(path)} of ${work.step.address} changed without being written: ${JSON.stringify(was ?? null)} became ${JSON.stringify(actual ?? null)}.`;
    const data = {
      kind: 'unpredicted-change' as const,
      stepId: work.step.id,
      address: work.step.address,
      summary,
      path,
      before: was ?? null,
      after: actual ?? null,
      at: observed.readAt,
    };
    return { direction: work.direction, stepId: work.step.id, phase: 'finding' as const, data };
  });
}

/** What a new object came with beside what was written and what the descriptor predicts. */
function filledIn(
  context: RunContext,
  work: Work,
  intent: IntentData,
  observed: Observed | undefined,
): readonly FieldValue[] {
  const { document } = intent;
  if (document === undefined || observed === undefined) return [];
  const exempt = [...declaredPaths(document), ...predictedMoves(work.descriptor, 'create', document, [])];
  const input = { texts: context, descriptor: work.descriptor, document: observed.document };
  return movedFields(input, document, exempt).map(({ path, actual }) => ({ path, value: actual ?? null }));
}

/** The answer of a write as a value to journal. */
export function outcomeOf(
  work: Work,
  live: LiveObject | undefined,
  id: string,
  actual: readonly FieldValue[],
): OutcomeData {
  return { handle: work.step.handle, id, actual, ...(live?.version === undefined ? {} : { version: live.version }) };
}
