import type { JsonObject } from '../../core/index.ts';
import type { LiveObject } from '../../core/resource/index.ts';
import type { IntentData } from '../journal/index.ts';
import { nowIso, type RunContext } from '../run/run-context.ts';
import {
  describeOverlaps,
  differingFields,
  judgeChanges,
  judgeDelete,
  type Overlap,
} from '../../core/three-way/index.ts';
import { observe, observeLive } from './observe.ts';
import { lookUntil, readPatiently, visibilityMarginMs } from './patience.ts';
import { knownIdOf, needsContent, recordOf, type Work } from './work.ts';

/** What became of a write whose answer nobody saw. */
export type Settlement =
  | { readonly kind: 'done'; readonly id: string; readonly live?: LiveObject | undefined }
  | { readonly kind: 'not-done' }
  | { readonly kind: 'unclear'; readonly why: string; readonly overlaps: readonly Overlap[] };

/** How long audits may take to name who made an object. */
const auditPatienceMs = 60_000;

/** How far two clocks may be apart when audits are read. */
const clockSkewMs = 60_000;

/** Finds out by reading, for as long as the write may stay invisible, whether the intended write took effect. */
export async function settle(context: RunContext, work: Work, intent: IntentData): Promise<Settlement> {
  const byTicket = await settleByTicket(context, work);
  if (byTicket !== undefined) return byTicket;
  const patienceMs = work.descriptor.visibilityLagMs + visibilityMarginMs;
  const last = await lookUntil(
    context.clock,
    patienceMs,
    () => look(context, work, intent),
    ({ kind }) => kind === 'done',
  );
  return last.kind === 'done' && work.step.kind === 'create' ? confirmOwn(context, work, intent, last) : last;
}

async function settleByTicket(context: RunContext, work: Work): Promise<Settlement | undefined> {
  const ticket = recordOf(context, work)?.ticket;
  if (ticket === undefined) return undefined;
  const settled = await lookUntil(
    context.clock,
    10 * 60_000,
    () => readPatiently(context.clock, () => context.platform.settleTicket(work.step.type, ticket)),
    ({ state }) => state !== 'running',
  );
  if (settled.state === 'done') return { kind: 'done', id: settled.id };
  return settled.state === 'failed' ? { kind: 'not-done' } : undefined;
}

function look(context: RunContext, work: Work, intent: IntentData): Promise<Settlement> {
  switch (work.step.kind) {
    case 'create':
      return lookForCreated(context, work, intent);
    case 'delete':
      return lookForDeleted(context, work, intent);
    case 'update':
    case 'rename':
      return lookForUpdated(context, work, intent);
    default:
      return work.step satisfies never;
  }
}

async function lookForUpdated(context: RunContext, work: Work, intent: IntentData): Promise<Settlement> {
  const id = intent.before?.id ?? '';
  const observed = await observe(context, work.descriptor, id, needsContent(work));
  if (observed === undefined) return { kind: 'unclear', why: `${id} is not there any more`, overlaps: [] };
  const verdict = judgeChanges(
    { texts: context, descriptor: work.descriptor, document: observed.document },
    intent.changes ?? [],
    true,
  );
  if (verdict.kind === 'matches') return { kind: 'done', id, live: observed.live };
  if (verdict.kind === 'overlap')
    return { kind: 'unclear', why: describeOverlaps(verdict.overlaps), overlaps: verdict.overlaps };
  return { kind: 'not-done' };
}

async function lookForDeleted(context: RunContext, work: Work, intent: IntentData): Promise<Settlement> {
  const before = intent.before;
  const id = before?.id ?? knownIdOf(context, work) ?? '';
  const observed = await observe(context, work.descriptor, id, needsContent(work));
  if (observed === undefined || before === undefined) return { kind: 'done', id };
  const verdict = judgeDelete(
    { texts: context, descriptor: work.descriptor, document: observed.document },
    before.document,
    [],
  );
  return verdict.kind === 'overlap'
    ? { kind: 'unclear', why: describeOverlaps(verdict.overlaps), overlaps: verdict.overlaps }
    : { kind: 'not-done' };
}

async function lookForCreated(context: RunContext, work: Work, intent: IntentData): Promise<Settlement> {
  const document = intent.document ?? {};
  const found = await context.keyHolders.find(work.descriptor, document, true);
  const made = found.filter(
    (live) => !(intent.holders ?? []).includes(live.id) && !isOtherStep(context, work, live.id),
  );
  const [first] = made;
  if (first === undefined) return { kind: 'not-done' };
  if (made.length > 1)
    return { kind: 'unclear', why: `${made.map((live) => live.id).join(' and ')} have the key now`, overlaps: [] };
  return compareCreated(context, work, first, document);
}

async function compareCreated(
  context: RunContext,
  work: Work,
  live: LiveObject,
  document: JsonObject,
): Promise<Settlement> {
  const observed = await observeLive(
    context,
    work.descriptor,
    { live, readAt: nowIso(context.clock) },
    needsContent(work),
  );
  const differing = differingFields(
    { texts: context, descriptor: work.descriptor, document: observed.document },
    document,
  );
  if (differing.length === 0) return { kind: 'done', id: live.id, live };
  return { kind: 'unclear', why: `${live.id} has the key, but ${describeOverlaps(differing)}`, overlaps: differing };
}

/** An object is ours when the audit says that our client made it, or when there is no audit to ask. */
async function confirmOwn(
  context: RunContext,
  work: Work,
  intent: IntentData,
  done: Extract<Settlement, { kind: 'done' }>,
): Promise<Settlement> {
  const from = new Date(Date.parse(intent.readAt) - clockSkewMs).toISOString();
  const readAudits = (): Promise<readonly { readonly clientId?: string | undefined }[] | undefined> => {
    const to = new Date(context.clock.now() + clockSkewMs).toISOString();
    return readPatiently(context.clock, () => context.platform.audits(work.step.type, { from, to }, done.id));
  };
  const events = await lookUntil(
    context.clock,
    auditPatienceMs,
    readAudits,
    (found) => found === undefined || found.length > 0,
  );
  if (events === undefined || events[0]?.clientId === context.clientId) return done;
  const why = events.length === 0 ? 'no audit names who made it' : 'the audit names somebody else as its maker';
  return { kind: 'unclear', why: `${done.id} has the key and the fields, but ${why}`, overlaps: [] };
}

function isOtherStep(context: RunContext, work: Work, id: string): boolean {
  for (const [handle, bound] of context.memory.bindings) if (bound === id && handle !== work.step.handle) return true;
  return false;
}
