import { isJsonArray, type Json, type JsonObject } from '../../core/index.ts';
import type { AuditEvent } from '../ports.ts';
import type { RunFinding } from '../report.ts';
import { lookUntil, readPatiently } from '../steps/index.ts';
import { failureOf } from '../steps/failure.ts';
import { descriptorOf, type RunContext } from './run-context.ts';

/**
 * The time between what the read before a write may have shown, which lags behind, and the answer of the write, in which
 * nobody could have noticed another writer. Where the read-back showed what nobody predicted, it lasts until then.
 */
interface Gap {
  readonly stepId: string;
  readonly address: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** When the object was read, and what was seen. */
  readonly readAt: string;
  readonly seen: JsonObject;
}

/** The audit's clock may be a little ahead of ours. */
const clockSkewMs = 1_000;

/** How long audits may take to show our own write. */
const auditPatienceMs = 10_000;

/**
 * Reads the audits of every gap of a write to a type without versions, and of every write after which something had moved
 * that nobody predicted, one request per type, and journals what others
 * did in them as findings. Audits that can not be read close nothing: then there is no finding.
 */
export async function auditGaps(context: RunContext, direction: 'forward' | 'compensate'): Promise<void> {
  for (const [type, gaps] of gapsByType(context, direction)) {
    const events = await foreignEvents(context, type, gaps);
    for (const gap of gaps) {
      for (const event of events)
        if (isInGap(event, gap) && !wasSeen(event, gap)) await addFinding(context, direction, gap, event);
    }
  }
}

function gapsByType(context: RunContext, direction: 'forward' | 'compensate'): ReadonlyMap<string, readonly Gap[]> {
  const gaps = new Map<string, Gap[]>();
  for (const step of context.run.plan.steps) {
    const record = context.memory[direction].get(step.id);
    const descriptor = step.kind === 'noop' ? undefined : descriptorOf(context.catalogue, step.type);
    const movedAt = context.memory.findings.findLast(
      ({ kind, stepId }) => kind === 'unpredicted-change' && stepId === step.id,
    )?.at;
    if (
      descriptor === undefined ||
      (descriptor.versioned && movedAt === undefined) ||
      record?.intent?.before === undefined ||
      record.outcome === undefined ||
      record.outcomeAt === undefined
    )
      continue;
    const gap = {
      stepId: step.id,
      address: step.address,
      id: record.outcome.id,
      from: new Date(Date.parse(record.intent.readAt) - descriptor.visibilityLagMs).toISOString(),
      to: movedAt === undefined || movedAt < record.outcomeAt ? record.outcomeAt : movedAt,
      readAt: record.intent.readAt,
      seen: record.intent.before.body,
    };
    gaps.set(step.type, [...(gaps.get(step.type) ?? []), gap]);
  }
  return gaps;
}

async function foreignEvents(context: RunContext, type: string, gaps: readonly Gap[]): Promise<readonly AuditEvent[]> {
  const from = gaps.map((gap) => gap.from).toSorted()[0] ?? '';
  const last =
    gaps
      .map((gap) => gap.to)
      .toSorted()
      .at(-1) ?? from;
  const to = new Date(Date.parse(last) + clockSkewMs).toISOString();
  try {
    const events = await lookUntil(
      context.clock,
      auditPatienceMs,
      () => readPatiently(context.clock, () => context.platform.audits(type, { from, to })),
      (found) => found === undefined || gaps.every((gap) => hasOwn(context, found, gap)),
    );
    return (events ?? []).filter((event) => event.clientId !== context.clientId);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return [];
  }
}

/** Our own write is in the audits: then they have caught up with the gap. */
function hasOwn(context: RunContext, events: readonly AuditEvent[], gap: Gap): boolean {
  const isOwn = (event: AuditEvent): boolean =>
    event.clientId === context.clientId && Date.parse(event.at) >= Date.parse(gap.readAt);
  return events.some((event) => isOwn(event) && isInGap(event, gap));
}

function isInGap(event: AuditEvent, gap: Gap): boolean {
  const at = Date.parse(event.at);
  return event.entityId === gap.id && at >= Date.parse(gap.from) && at <= Date.parse(gap.to) + clockSkewMs;
}

/** The edit came before the read, and what was read shows it: then the write was merged with it. */
function wasSeen(event: AuditEvent, { readAt, seen }: Gap): boolean {
  if (Date.parse(event.at) > Date.parse(readAt)) return false;
  return event.changes.every(({ property, after }) => isWritten(seen[property], after));
}

/** True when the texts of an audit are the value: some services write JSON, some the bare text. */
function isWritten(value: Json | undefined, texts: readonly string[]): boolean {
  const items = value === undefined || value === null ? [] : isJsonArray(value) ? value : [value];
  return (
    items.length === texts.length &&
    items.every((item, index) => item === texts[index] || JSON.stringify(item) === texts[index])
  );
}

async function addFinding(
  context: RunContext,
  direction: 'forward' | 'compensate',
  gap: Gap,
  event: AuditEvent,
): Promise<void> {
  if (context.memory.findings.some((finding) => finding.auditId === event.id)) return;
  const by = event.user?.name ?? event.clientId ?? 'somebody';
  const values = event.changes
    .map(
      ({ property, before, after }) =>
        `${property}: ${before.join(', ') || 'nothing'} → ${after.join(', ') || 'nothing'}`,
    )
    .join('; ');
  const summary = `${by} changed ${gap.address} while it was being written${values === '' ? '' : ` (${values})`}; one of the two changes may be lost.`;
  const changes = event.changes.map(({ property, before, after }) => ({
    property,
    before: [...before],
    after: [...after],
  }));
  const data: RunFinding & { readonly auditId: string } = {
    kind: 'foreign-edit',
    stepId: gap.stepId,
    address: gap.address,
    summary,
    by,
    at: event.at,
    after: changes,
    auditId: event.id,
  };
  await context.journal.write({ direction, stepId: gap.stepId, phase: 'finding', data });
}
