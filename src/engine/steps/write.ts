import type { JsonObject } from '../../core/index.ts';
import { contentDigestOf, toCreateBody, toUpdateBody, type LiveObject } from '../../core/resource/index.ts';
import { resolveHandle } from '../bindings/index.ts';
import type { IntentData } from '../journal/index.ts';
import type { WriteContext } from '../ports.ts';
import type { RunContext } from '../run/run-context.ts';
import { differingFields } from '../../core/three-way/index.ts';
import { observeLive, type Observed } from './observe.ts';
import { nowIso } from '../run/run-context.ts';
import type { Work } from './work.ts';

/** Sends the one write of an intent; undefined for deletions. Throws what the platform throws. */
export async function sendWrite(
  context: RunContext,
  work: Work,
  intent: IntentData,
  observed: Observed | undefined,
): Promise<LiveObject | undefined> {
  const { descriptor, step } = work;
  const resolve = (handle: string): string => resolveHandle(context.memory.bindings, handle);
  if (step.kind === 'create') {
    const document = intent.document ?? {};
    if (intent.restores !== undefined) return restore(context, work, intent.restores, document);
    return context.platform.create(
      step.type,
      toCreateBody(descriptor, document, resolve),
      writeContext(context, work, document),
    );
  }
  if (observed === undefined) return undefined;
  if (step.kind === 'delete') {
    await context.platform.remove(step.type, observed.live.id);
    return undefined;
  }
  const changes = intent.changes ?? [];
  const written = Object.fromEntries(changes.map((change) => [change.path[0] ?? '', change.after]));
  const body = toUpdateBody(descriptor, observed.live, changes, resolve);
  return context.platform.update(step.type, observed.live.id, body, {
    ...writeContext(context, work, written),
    before: observed.live,
  });
}

async function restore(
  context: RunContext,
  work: Work,
  id: string,
  document: JsonObject,
): Promise<LiveObject | undefined> {
  const { descriptor, step } = work;
  const live = await context.platform.restore?.(step.type, id);
  if (live === undefined) return undefined;
  const observed = await observeLive(context, descriptor, { live, readAt: nowIso(context.clock) }, false);
  const differing = differingFields({ texts: context, descriptor, document: observed.document }, document);
  if (differing.length === 0) return live;
  const changes = differing.map(({ path, expected }) => ({ path, after: expected ?? null }));
  const body = toUpdateBody(descriptor, live, changes, (handle) => resolveHandle(context.memory.bindings, handle));
  return context.platform.update(step.type, id, body, { ...writeContext(context, work, document), before: live });
}

function writeContext(context: RunContext, work: Work, fields: JsonObject): WriteContext {
  const digest =
    work.descriptor.content === undefined ? undefined : contentDigestOf(fields[work.descriptor.content.field]);
  const content = digest === undefined ? undefined : context.texts.get(digest);
  return {
    recordTicket: (ticket) =>
      context.journal.write({ direction: work.direction, stepId: work.step.id, phase: 'ticket', data: ticket }),
    ...(content === undefined ? {} : { content }),
  };
}
