import { SignalboxError, valueAt } from '../../core/index.ts';
import type { FieldChange } from '../../core/plan/index.ts';
import { limitOn, toDocument, type LiveObject } from '../../core/resource/index.ts';
import { hasValue, isBetween } from '../../core/three-way/index.ts';
import { engineError } from '../errors.ts';
import type { EndData, IntentData, JournalRow, OutcomeData, RowFact } from '../journal/index.ts';
import { isOutstanding } from '../journal/index.ts';
import type { RunContext } from '../run/run-context.ts';
import { failureOf, toStepError } from './failure.ts';
import { observe } from './observe.ts';
import { backOffMs, maxAttempts } from './patience.ts';
import { prepare } from './prepare.ts';
import { settle, type Settlement } from './settle.ts';
import { answeredValues, outcomeOf, verify } from './verify.ts';
import { recordOf, type Work } from './work.ts';
import { sendWrite } from './write.ts';

/** How a step ended. Anything else (store, lease, bug) is thrown and ends the run where it stands. */
export type StepEnd = 'verified' | 'failed' | 'held';

/**
 * Writes one step, from wherever its journal stands, settling an intent without outcome first. `written` still has to be
 * verified. Every fact is journalled before anything builds on it. With `settle` nothing is sent: a write that did not
 * happen is left so.
 */
export async function writeStep(context: RunContext, work: Work, mode: 'do' | 'settle'): Promise<StepEnd | 'written'> {
  return endingInJournal(context, work, async () => (await reachOutcome(context, work, mode)) ?? 'written');
}

/** Reads a written step back and ends it. */
export async function verifyStep(context: RunContext, work: Work): Promise<StepEnd> {
  return endingInJournal(context, work, () => verifyOutcome(context, work));
}

async function endingInJournal<End extends string>(
  context: RunContext,
  work: Work,
  perform: () => Promise<End>,
): Promise<End | 'failed'> {
  try {
    return await perform();
  } catch (error) {
    if (!isStepError(error)) throw error;
    await noteHalfWay(context, work);
    await endStep(context, work, 'failed', { error: toStepError(error) });
    return 'failed';
  }
}

async function reachOutcome(context: RunContext, work: Work, mode: 'do' | 'settle'): Promise<StepEnd | undefined> {
  const record = recordOf(context, work);
  if (record?.outcome !== undefined) return undefined;
  let wasUnanswered = false;
  if (record?.intent !== undefined && isOutstanding(record)) {
    wasUnanswered = true;
    const settled = await settleIntent(context, work, record.intent);
    if (settled !== 'again') return settled;
  }
  if (mode === 'settle') {
    await noteHalfWay(context, work);
    await context.journal.write(
      row(work, { phase: 'skipped', data: { because: 'the run had failed before its write was sent again' } }),
    );
    return 'failed';
  }
  for (let tries = 1; ; tries += 1) {
    const result = await tryOnce(context, work, wasUnanswered);
    if (result.kind !== 'again') return result.end;
    wasUnanswered ||= failureOf(result.cause) === 'unknown';
    if (tries >= maxAttempts) {
      throw engineError('SB3018', `${work.step.address} was tried ${tries} times.`, {
        cause: result.cause,
        context: { address: work.step.address },
      });
    }
    context.announce('step-waiting', `${work.step.address} waits before another try.`, {
      stepId: work.step.id,
      attempt: tries,
    });
    await context.clock.sleep(backOffMs(tries), context.lease.signal).catch(() => context.lease.outlast());
  }
}

type Try =
  | { readonly kind: 'end'; readonly end: StepEnd | undefined }
  | { readonly kind: 'again'; readonly cause: unknown };

/** `wasUnanswered`: an earlier sending got no answer, so it may still take effect although reading did not show it. */
async function tryOnce(context: RunContext, work: Work, wasUnanswered: boolean): Promise<Try> {
  const prepared = await prepare(context, work);
  if (prepared.kind === 'matches') {
    const earlier = recordOf(context, work)?.intent;
    const settled = earlier === undefined ? 'again' : await settleIntent(context, work, earlier);
    if (settled !== 'again') return { kind: 'end', end: settled };
    const data = {
      handle: work.step.handle,
      matching: true,
      ...(prepared.id === undefined ? {} : { id: prepared.id }),
      ...(prepared.version === undefined ? {} : { version: prepared.version }),
    };
    await context.journal.write(row(work, { phase: 'verified', data }));
    return { kind: 'end', end: 'verified' };
  }
  refuseLimited(work);
  await context.lease.outlast();
  await context.journal.write(row(work, { phase: 'intent', data: prepared.intent }));
  await context.lease.outlast();
  let live: LiveObject | undefined;
  try {
    live = await sendWrite(context, work, prepared.intent, prepared.observed);
  } catch (error) {
    const mayBeLate = wasUnanswered && work.step.kind === 'create' && failureOf(error) === 'rejected';
    return mayBeLate
      ? settleFailure(context, work, prepared.intent, { error, unlessDone: 'refused' })
      : afterFailure(context, work, prepared.intent, error);
  }
  const id = live?.id ?? prepared.observed?.live.id ?? '';
  const answered = live === undefined ? undefined : { document: toDocument(work.descriptor, live) };
  await context.journal.write(
    row(work, { phase: 'outcome', data: outcomeOf(work, live, id, answeredValues(prepared.intent, answered)) }),
  );
  return { kind: 'end', end: undefined };
}

/** Plans that need it are refused; taking a failed run back may need it all the same. */
function refuseLimited({ descriptor, step }: Work): void {
  const reason = limitOn(descriptor, step.kind);
  if (reason === undefined) return;
  throw engineError('SB3024', `${step.address}: ${reason}, so this ${step.kind} can not be done.`, {
    context: { address: step.address },
  });
}

async function afterFailure(context: RunContext, work: Work, intent: IntentData, error: unknown): Promise<Try> {
  switch (failureOf(error)) {
    case 'conflict':
    case 'unavailable':
      return { kind: 'again', cause: error };
    case 'unknown':
      return settleFailure(context, work, intent, { error, unlessDone: 'again' });
    default:
      throw error;
  }
}

/**
 * Settles by reading what a failure leaves open: an unanswered write is sent again unless it was done. A refused one may
 * have been refused because of what an earlier, unanswered sending of a creation made; otherwise the refusal stands.
 */
async function settleFailure(
  context: RunContext,
  work: Work,
  intent: IntentData,
  { error, unlessDone }: { readonly error: unknown; readonly unlessDone: 'again' | 'refused' },
): Promise<Try> {
  const settled = await settleIntent(context, work, intent);
  if (settled !== 'again') return { kind: 'end', end: settled };
  if (unlessDone === 'refused') throw error;
  return { kind: 'again', cause: error };
}

/** A write of several requests may be refused after the first took effect: what it changed is journalled, to be taken back. */
async function noteHalfWay(context: RunContext, work: Work): Promise<void> {
  const record = recordOf(context, work);
  const { before, changes } = record?.intent ?? {};
  if (record?.outcome !== undefined || before === undefined || changes === undefined) return;
  const observed = await observe(context, work.descriptor, before.id, false).catch(() => undefined);
  if (observed === undefined) return;
  const { document } = observed;
  const isBefore = ({ path }: FieldChange): boolean =>
    hasValue(context, work.descriptor, document, { path, value: valueAt(before.document, path) });
  const seen = changes.filter(({ path }) => path[0] !== work.descriptor.content?.field);
  const isOurs = (change: FieldChange): boolean =>
    hasValue(context, work.descriptor, document, { path: change.path, value: change.after }) ||
    isBetween(work.descriptor, valueAt(document, change.path), change);
  const moved = seen.filter((change) => !isBefore(change) && isOurs(change));
  if (moved.length === 0) return;
  const actual = moved.map(({ path }) => ({ path, value: valueAt(document, path) ?? null }));
  await context.journal.write(row(work, { phase: 'outcome', data: outcomeOf(work, observed.live, before.id, actual) }));
}

/** Undefined once the outcome is journalled, `held` when nobody can tell, `again` when the write did not happen. */
async function settleIntent(
  context: RunContext,
  work: Work,
  intent: IntentData,
): Promise<'held' | 'again' | undefined> {
  context.announce('step-waiting', `${work.step.address} is settled by reading.`, { stepId: work.step.id });
  const settlement = await settle(context, work, intent).catch(unclearWhenUnread);
  if (settlement.kind === 'not-done') return 'again';
  if (settlement.kind === 'done') {
    const answered =
      settlement.live === undefined ? undefined : { document: toDocument(work.descriptor, settlement.live) };
    const data: OutcomeData = {
      ...outcomeOf(work, settlement.live, settlement.id, answeredValues(intent, answered)),
      settled: true,
    };
    await context.journal.write(row(work, { phase: 'outcome', data }));
    return undefined;
  }
  const error = engineError(
    'SB3017',
    `What became of the write to ${work.step.address} can not be told: ${settlement.why}.`,
  );
  const actual = settlement.overlaps.map((overlap) => ({ path: overlap.path, value: overlap.actual ?? null }));
  await endStep(context, work, 'held', { error: toStepError(error), actual });
  return 'held';
}

/** A write that may have happened must never count as failed because it could not be looked at. */
function unclearWhenUnread(error: unknown): Settlement {
  if (!(error instanceof SignalboxError) || failureOf(error) === undefined) throw error;
  return { kind: 'unclear', why: `it could not be read (${error.message})`, overlaps: [] };
}

async function verifyOutcome(context: RunContext, work: Work): Promise<StepEnd> {
  const record = recordOf(context, work);
  if (record?.intent === undefined || record.outcome === undefined) return 'verified';
  const verification = await verify(context, work, record.intent, record.outcome);
  await context.journal.write(...verification.rows);
  return verification.error === undefined ? 'verified' : 'failed';
}

async function endStep(context: RunContext, work: Work, phase: 'failed' | 'held', data: EndData): Promise<void> {
  await context.journal.write(row(work, { phase, data }));
}

/** Errors that end the step and not the run: what the platform said, and what a comparison found. */
function isStepError(error: unknown): error is SignalboxError {
  if (!(error instanceof SignalboxError)) return false;
  return (
    failureOf(error) !== undefined || ['SB3012', 'SB3014', 'SB3016', 'SB3018', 'SB3019', 'SB3024'].includes(error.code)
  );
}

function row(work: Work, fact: RowFact): JournalRow {
  return { direction: work.direction, stepId: work.step.id, ...fact };
}
