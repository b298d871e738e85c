import type { Plan } from '../../core/plan/index.ts';
import type { MergedField } from '../../core/review/index.ts';
import type { AuditEvent, Clock, PlatformReader } from '../ports.ts';
import { failureOf } from '../steps/failure.ts';
import { readPatiently } from '../steps/index.ts';

/** How far back audits are asked; what is older has no name. */
const reachMs = 14 * 24 * 3_600_000;

/**
 * The plan with who last changed each field that was edited since the last deployment, and when, where audits tell. One
 * request per type that has such fields, none without.
 */
export async function withMergeAuthors(
  ports: { readonly reader: Pick<PlatformReader, 'audits' | 'identify'>; readonly clock: Clock },
  plan: Plan,
): Promise<Plan> {
  const merges = plan.review?.merges ?? [];
  if (plan.review === undefined || merges.length === 0) return plan;
  const steps = new Map(plan.steps.map((step) => [step.address, step]));
  const types = new Set(merges.flatMap(({ address }) => steps.get(address)?.type ?? []));
  const { clientId } = await ports.reader.identify();
  const events = new Map<string, readonly AuditEvent[]>();
  for (const type of types) events.set(type, await foreignEvents(ports, type, clientId));
  const named = merges.map((merge) => {
    const step = steps.get(merge.address);
    return withAuthor(merge, step?.handle, events.get(step?.type ?? '') ?? []);
  });
  return { ...plan, review: { ...plan.review, merges: named } };
}

async function foreignEvents(
  ports: { readonly reader: Pick<PlatformReader, 'audits'>; readonly clock: Clock },
  type: string,
  clientId: string,
): Promise<readonly AuditEvent[]> {
  const now = ports.clock.now();
  const interval = { from: new Date(now - reachMs).toISOString(), to: new Date(now).toISOString() };
  try {
    const events = await readPatiently(ports.clock, () => ports.reader.audits(type, interval));
    return (events ?? []).filter((event) => event.clientId !== clientId);
  } catch (error) {
    if (failureOf(error) === undefined) throw error;
    return [];
  }
}

/** Audits tell top-level properties; the latest one that names the field's counts. */
function withAuthor(merge: MergedField, id: string | undefined, events: readonly AuditEvent[]): MergedField {
  const last = events.findLast(
    ({ entityId, changes }) => entityId === id && changes.some(({ property }) => property === merge.path[0]),
  );
  const by = last?.user?.name ?? last?.clientId;
  return last === undefined || by === undefined ? merge : { ...merge, by, at: last.at };
}
