import { describeValue } from '../../core/comparison/index.ts';
import { formatPath, isSameJson, type Json } from '../../core/index.ts';
import type { FieldChange, Plan, Step } from '../../core/plan/index.ts';
import { mapReferences } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import type { Clock, PlatformReader } from '../ports.ts';

/** What the plan is held against: the digest that was approved, and the plan it was made from, where it is at hand. */
export interface ExpectedDecision {
  readonly digest: string;
  readonly plan?: Plan | undefined;
}

/** What telling who changed something needs of the outside. */
export interface DecisionPorts {
  readonly platform: Pick<PlatformReader, 'audits'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** SB3005 when the plan is not the decided one: says what changed, step by step, and who did it as far as audits tell. */
export async function refuseChangedDecision(
  ports: DecisionPorts,
  plan: Plan,
  expected: ExpectedDecision,
): Promise<void> {
  if (plan.decisionDigest === expected.digest) return;
  const digests = { expected: expected.digest, actual: plan.decisionDigest };
  if (expected.plan === undefined) {
    throw engineError('SB3005', 'The decision changed: the plan made from fresh reads has another digest.', {
      context: digests,
      remedy:
        'Simulate again and review the plan. To be told what changed and by whom, keep the plan that was decided on: simulate with --out plan.json, deploy with --decision plan.json.',
    });
  }
  const changes = describeChanges(expected.plan, plan);
  const who = await whoChanged(ports, expected.plan, changes);
  const texts = changes.map(({ text }) => text);
  const lines = texts.length === 0 ? ['what was matched or read for it is not the same any more'] : texts;
  throw engineError('SB3005', ['The decision changed:', ...lines, ...who].join('\n'), {
    context: { ...digests, changes: texts, who },
  });
}

interface Change {
  readonly text: string;
  readonly type?: string | undefined;
  readonly id?: string | undefined;
}

/** What differs between two plans, in the words of a reviewer. */
function describeChanges(then: Plan, now: Plan): readonly Change[] {
  const changes: Change[] = [];
  if (then.environmentDigest !== now.environmentDigest) changes.push({ text: 'the files of the environment changed' });
  if (then.artifactDigest !== now.artifactDigest) changes.push({ text: 'it is another artifact' });
  const [before, after] = [byAddress(then), byAddress(now)];
  for (const [name, step] of before) {
    const other = after.get(name);
    if (other === undefined) changes.push(noted(step, `${step.address}: the ${step.kind} is no longer part of it`));
    else if (other.kind !== step.kind)
      changes.push(noted(other, `${step.address}: to ${other.kind}, when decided to ${step.kind}`));
    else if (other.handle !== step.handle) changes.push(noted(other, `${step.address}: it is another object now`));
    else changes.push(...fieldChanges(step, other).map((text) => noted(other, text)));
  }
  for (const [name, step] of after)
    if (!before.has(name)) changes.push(noted(step, `${step.address}: the ${step.kind} is new in it`));
  return changes;
}

function byAddress(plan: Plan): ReadonlyMap<string, Step> {
  return new Map(
    plan.steps
      .filter((step) => step.kind !== 'noop')
      .map((step) => [`${step.address}${step.kind === 'delete' ? ' (delete)' : ''}`, step]),
  );
}

function noted(step: Step, text: string): Change {
  return { text, type: step.type, ...(step.handle.startsWith('new#') ? {} : { id: step.handle }) };
}

function fieldChanges(then: Step, now: Step): readonly string[] {
  const [earlier, later] = [changesOf(then), changesOf(now)];
  const lines = [...later].flatMap(([path, change]) => {
    const old = earlier.get(path);
    const text = `${describeValue(change.before)} → ${describeValue(change.after)}`;
    if (old === undefined) return [`${now.address}: ${path} changes too, ${text}`];
    if (isSameValue(old.before, change.before) && isSameValue(old.after, change.after)) return [];
    return [`${now.address}: ${path} ${text}, when decided ${describeValue(old.before)} → ${describeValue(old.after)}`];
  });
  const gone = [...earlier.keys()].filter((path) => !later.has(path));
  return [...lines, ...gone.map((path) => `${now.address}: ${path} does not change any more`)];
}

/** The changed fields by path; all fields of a creation. */
function changesOf(step: Step): ReadonlyMap<string, FieldChange> {
  const changes: readonly FieldChange[] =
    step.kind === 'create'
      ? Object.entries(step.after).map(([name, after]) => ({ path: [name], after }))
      : 'changes' in step
        ? step.changes
        : [];
  return new Map(changes.map((change) => [formatPath(change.path), change]));
}

/** Reading aids do not count: what is referred to may have been renamed. */
function isSameValue(left: Json | undefined, right: Json | undefined): boolean {
  const [one, other] = [left ?? null, right ?? null].map((value) =>
    mapReferences(value, ({ $handle, $type }) => ({ $handle, $type })),
  );
  return isSameJson(one ?? null, other ?? null);
}

async function whoChanged(ports: DecisionPorts, then: Plan, changes: readonly Change[]): Promise<readonly string[]> {
  const interval = { from: then.asOf, to: new Date(ports.clock.now() + clockSkewMs).toISOString() };
  const lines: string[] = [];
  const objects = new Map(changes.map((change) => [`${change.type} ${change.id}`, change]));
  for (const { type, id } of objects.values()) {
    if (type === undefined || id === undefined) continue;
    const events = await ports.platform.audits(type, interval, id).catch(() => undefined);
    const last = events?.at(-1);
    if (last !== undefined)
      lines.push(`${last.user?.name ?? last.clientId ?? 'somebody'} changed ${last.entityName} at ${last.at}`);
  }
  return [...new Set(lines)];
}

/** The platform's clock may be a little ahead of ours. */
const clockSkewMs = 1_000;
