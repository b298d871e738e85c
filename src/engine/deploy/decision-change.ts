import { compareDecisions, describeDecisionChange, type DecisionChange } from '../../core/decision/index.ts';
import type { Plan } from '../../core/plan/index.ts';
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
  const changes = compareDecisions(expected.plan, plan);
  const who = await whoChanged(ports, expected.plan.asOf, changes);
  const texts = changes.map(describeDecisionChange);
  throw engineError('SB3005', ['The decision changed:', ...texts, ...who].join('\n'), {
    context: { ...digests, changes: texts, who },
  });
}

/**
 * Who changed the objects behind the changes since the instant (ISO), one sentence each, as far as audits tell; an audit that
 * can not be read is left out.
 */
export async function whoChanged(
  ports: DecisionPorts,
  since: string,
  changes: readonly DecisionChange[],
): Promise<readonly string[]> {
  const interval = { from: since, to: new Date(ports.clock.now() + clockSkewMs).toISOString() };
  const objects = new Map(changes.flatMap(liveObjectOf).map((object) => [`${object.type} ${object.id}`, object]));
  const lines: string[] = [];
  for (const { type, id } of objects.values()) {
    const events = await ports.platform.audits(type, interval, id).catch(() => undefined);
    const last = events?.at(-1);
    if (last !== undefined)
      lines.push(`${last.user?.name ?? last.clientId ?? 'somebody'} changed ${last.entityName} at ${last.at}`);
  }
  return [...new Set(lines)];
}

function liveObjectOf(change: DecisionChange): readonly { readonly type: string; readonly id: string }[] {
  if (!('handle' in change) || /^new[ #]/u.test(change.handle)) return [];
  return [{ type: change.type, id: change.handle }];
}

/** The platform's clock may be a little ahead of ours. */
const clockSkewMs = 1_000;
