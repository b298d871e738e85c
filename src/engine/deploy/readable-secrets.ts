import { SignalboxError, type Json } from '../../core/index.ts';
import type { Step } from '../../core/plan/index.ts';
import { secretReferencesIn } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import { foldJournal, hasEnded } from '../journal/index.ts';
import type { JournalEntry, Platform, Run } from '../ports.ts';
import type { DeployPorts } from '../run/index.ts';

/**
 * SB3025 when a secret that one of the steps writes can not be read; every such reference is named with its first step.
 * Each is read once and let go of at once.
 */
export async function refuseUnreadableSecrets(
  { trySecret }: Pick<Platform, 'trySecret'>,
  steps: readonly Step[],
): Promise<void> {
  if (trySecret === undefined) return;
  const firstUse = new Map<string, Step>();
  for (const step of steps)
    for (const { $secret } of writtenBy(step).flatMap(secretReferencesIn))
      if (!firstUse.has($secret)) firstUse.set($secret, step);
  const tried = [...firstUse].map(async ([reference, step]) => {
    const why = await whyUnreadable(trySecret, reference);
    return why === undefined ? [] : [{ reference, stepId: step.id, address: step.address, why }];
  });
  const unreadable = (await Promise.all(tried)).flat();
  if (unreadable.length === 0) return;
  const lines = unreadable.map(
    ({ reference, stepId, address, why }) => `${reference} for ${address} (${stepId}): ${why}`,
  );
  throw engineError('SB3025', `Secrets can not be read: ${lines.join(' ')}`, { context: { secrets: unreadable } });
}

/**
 * The steps that an unfinished run may still write. None when it is on its way back, or turns back at once: what was
 * begun must not wait for a secret that it does not need.
 */
export function remainingSteps(
  { keepsGoing = false }: Pick<DeployPorts, 'keepsGoing'>,
  { plan, state }: Run,
  entries: readonly JournalEntry[],
): readonly Step[] {
  const { forward, timeIsUp } = foldJournal(plan, entries);
  const hasFailed = [...forward.values()].some(({ failed, held }) => failed !== undefined || held !== undefined);
  if (state !== 'running' || timeIsUp !== undefined || (hasFailed && !keepsGoing)) return [];
  return plan.steps.filter(({ id }) => {
    const record = forward.get(id);
    return record?.outcome === undefined && !hasEnded(record);
  });
}

function writtenBy(step: Step): readonly Json[] {
  switch (step.kind) {
    case 'create':
      return [step.after];
    case 'update':
    case 'rename':
      return step.changes.map(({ after }) => after);
    case 'delete':
    case 'noop':
      return [];
    default:
      return step satisfies never;
  }
}

async function whyUnreadable(
  trySecret: NonNullable<Platform['trySecret']>,
  reference: string,
): Promise<string | undefined> {
  try {
    await trySecret(reference);
    return undefined;
  } catch (error) {
    // Of an error that is not ours nobody knows what it holds.
    return error instanceof SignalboxError ? error.message : 'it can not be read.';
  }
}
