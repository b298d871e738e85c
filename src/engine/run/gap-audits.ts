import type { AuditEvent } from '../ports.ts';
import type { RunFinding } from '../report.ts';
import { readPatiently } from '../steps/index.ts';
import { failureOf } from '../steps/failure.ts';
import { descriptorOf, type RunContext } from './run-context.ts';

/** The time between the read before a write and its answer, in which nobody could have noticed another writer. */
interface Gap {
  readonly stepId: string;
  readonly address: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The audit's clock may be a little ahead of ours. */
const clockSkewMs = 1_000;

/**
 * Reads the audits of every gap of a write to a type without versions, one request per type, and journals what others
 * did in them as findings. Audits that can not be read close nothing: then there is no finding.
 */
export async function auditGaps(context: RunContext, direction: 'forward' | 'compensate'): Promise<void> {
  for (const [type, gaps] of gapsByType(context, direction)) {
    const events = await foreignEvents(context, type, gaps);
    for (const gap of gaps) {
      for (const event of events) if (isInGap(event, gap)) await addFinding(context, direction, gap, event);
    }
  }
}

function gapsByType(context: RunContext, direction: 'forward' | 'compensate'): ReadonlyMap<string, readonly Gap[]> {
  const gaps = new Map<string, Gap[]>();
  for (const step of context.run.plan.steps) {
    const record = context.memory[direction].get(step.id);
    const isUnversioned = step.kind !== 'noop' && !descriptorOf(context.catalogue, step.type).versioned;
    if (
      !isUnversioned ||
      record?.intent?.before === undefined ||
      record.outcome === undefined ||
      record.outcomeAt === undefined
    )
      continue;
    const gap = {
      stepId: step.id,
      address: step.address,
      id: record.outcome.id,
      from: record.intent.readAt,
      to: record.outcomeAt,
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
    const events = await readPatiently(context.clock, () => context.platform.audits(type, { from, to }));
    return (events ?? []).filter((event) => event.clientId !== context.clientId);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return [];
  }
}

function isInGap(event: AuditEvent, gap: Gap): boolean {
  const at = Date.parse(event.at);
  return event.entityId === gap.id && at >= Date.parse(gap.from) && at <= Date.parse(gap.to) + clockSkewMs;
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
