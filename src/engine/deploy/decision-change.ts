import { formatPath, isSameJson, type Json, type Plan, type Step } from '../../core/index.ts';
import { engineError } from '../errors.ts';
import type { DeployPorts } from '../run/index.ts';
import { nowIso } from '../run/index.ts';

/** What the plan is held against: the digest that was approved, and the plan it was made from, where it is at hand. */
export interface ExpectedDecision {
  readonly digest: string;
  readonly plan?: Plan | undefined;
}

/** SB3005 when the plan is not the decided one: says what changed, and who did it as far as audits tell. */
export async function refuseChangedDecision(ports: DeployPorts, plan: Plan, expected: ExpectedDecision): Promise<void> {
  if (plan.decisionDigest === expected.digest) return;
  const changes = expected.plan === undefined ? [] : describeChanges(expected.plan, plan);
  const who = expected.plan === undefined ? [] : await whoChanged(ports, expected.plan, changes);
  const what =
    changes.length > 0
      ? changes.map(({ text }) => text).join('; ')
      : 'the plan made from fresh reads has another digest';
  throw engineError('SB3005', `The decision changed: ${what}.${who.length > 0 ? ` ${who.join(' ')}` : ''}`, {
    context: { expected: expected.digest, actual: plan.decisionDigest, changes: changes.map(({ text }) => text), who },
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
  for (const [address, step] of before) {
    const other = after.get(address);
    if (other === undefined) changes.push(noted(step, `${address} is no longer part of it (${step.kind})`));
    else if (other.kind !== step.kind || other.handle !== step.handle)
      changes.push(noted(other, `${address} is now to be ${other.kind} instead of ${step.kind}`));
    else changes.push(...fieldChanges(step, other).map((text) => noted(other, text)));
  }
  for (const [address, step] of after)
    if (!before.has(address)) changes.push(noted(step, `${address} is new in it (${step.kind})`));
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
  if (then.kind === 'create' && now.kind === 'create')
    return isSameJson(then.after, now.after) ? [] : [`${now.address} would be created otherwise`];
  if (!('changes' in then) || !('changes' in now)) return [];
  const show = (value: Json | undefined): string => JSON.stringify(value ?? null);
  const earlier = new Map(then.changes.map((change) => [formatPath(change.path), change]));
  const lines = now.changes.flatMap((change) => {
    const old = earlier.get(formatPath(change.path));
    earlier.delete(formatPath(change.path));
    if (old === undefined) return [`${now.address}: ${formatPath(change.path)} changes too`];
    if (isSameJson(old.before ?? null, change.before ?? null) && isSameJson(old.after, change.after)) return [];
    return [
      `${now.address}: ${formatPath(change.path)} goes from ${show(change.before)} to ${show(change.after)}, not from ${show(old.before)} to ${show(old.after)}`,
    ];
  });
  return [...lines, ...[...earlier.keys()].map((path) => `${now.address}: ${path} no longer changes`)];
}

async function whoChanged(ports: DeployPorts, then: Plan, changes: readonly Change[]): Promise<readonly string[]> {
  const interval = { from: then.asOf, to: nowIso(ports.clock) };
  const lines: string[] = [];
  for (const change of changes) {
    if (change.type === undefined || change.id === undefined) continue;
    const events = await ports.platform.audits(change.type, interval, change.id).catch(() => undefined);
    const last = events?.at(-1);
    if (last !== undefined)
      lines.push(`${last.user?.name ?? last.clientId ?? 'Somebody'} changed ${last.entityName} at ${last.at}.`);
  }
  return [...new Set(lines)];
}
