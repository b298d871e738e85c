import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { stampsFor } from '../../entity/stamps.ts';
import { writableEntity } from '../../entity/visibility.ts';
import { storeEntity } from '../../entity/write.ts';
import type { Route, TimerHandler } from '../../feature.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { permissionsFor } from '../../model/description.ts';
import { startTimer } from '../../state/timers.ts';
import { badRequest } from '../../wire/platform-error.ts';

/** Kind of the timer that ends the stopping of a campaign. */
export const stopTimer = 'campaign-stop';

const stoppingMs = 1_000;

/** Turns the status that a body asks for into the one that is stored: campaigns are made off, and stop for a second. */
export function acceptStatus(body: JsonObject, before: Entity | undefined): JsonObject {
  return { ...body, campaignStatus: nextStatus(textOf(body, 'campaignStatus'), before) };
}

/** Only `on` and `off` can be asked for; whatever else a body says leaves the status as it is. */
function nextStatus(wanted: string, before: Entity | undefined): string {
  if (!before) {
    if (wanted === 'on') throw badRequest('A campaign is created off and turned on afterwards.', 'invalid.value');
    return 'off';
  }
  const status = textOf(before, 'campaignStatus');
  if (wanted === 'on' && status !== 'stopping') return 'on';
  return wanted === 'off' && status === 'on' ? 'stopping' : status;
}

/** Whether the campaign is on or about to stop. */
export function isRunning(campaign: Entity | undefined): boolean {
  return ['on', 'stopping'].includes(textOf(campaign ?? {}, 'campaignStatus'));
}

/** PlatformError 400 for a change of one of these properties while the campaign runs. */
export function checkFixed(entity: Entity, before: Entity | undefined, fixed: readonly string[]): void {
  if (!before || !isRunning(before)) return;
  const changed = fixed.find((name) => JSON.stringify(entity[name]) !== JSON.stringify(before[name]));
  if (changed === undefined) return;
  const details = [{ errorCode: 'invalid.update', fieldName: changed }];
  throw badRequest(`${changed} cannot change while the campaign is running.`, 'invalid.update', { details });
}

/** PlatformError 400 for the deletion of a running campaign. */
export function checkStopped(_context: Context, campaign: Entity): void {
  if (!isRunning(campaign)) return;
  throw badRequest('A running campaign cannot be deleted; turn it off first.', 'campaign.is.running');
}

/** Starts the timer that turns a stopping campaign off. */
export function endLater(context: Context, type: string, after: Entity | undefined, before: Entity | undefined): void {
  if (textOf(after ?? {}, 'campaignStatus') !== 'stopping' || before?.['campaignStatus'] === 'stopping') return;
  const subject = `${type}/${after?.id ?? ''}`;
  startTimer(context.organisation, context.now, { kind: stopTimer, subject, delayMs: stoppingMs });
}

/** Turns a campaign off that has been stopping. */
export const endStopping: TimerHandler = (_world, organisation, timer) => {
  const [type = '', id = ''] = timer.subject.split('/');
  const campaign = organisation.collection(type).current(id);
  if (campaign?.['campaignStatus'] !== 'stopping') return;
  organisation.collection(type).put({ ...campaign, campaignStatus: 'off' });
};

/** The operations that turn campaigns of a type on and off. */
export function runRoutes(type: EntityType, start: string, stop: string): readonly Route[] {
  return [[start, 'on'] as const, [stop, 'off'] as const].map(([id, wanted]) =>
    describedRoute(id, (context) => {
      const campaignId = context.params[type.idParameter] ?? '';
      turn(context, type, writableEntity(context, type, campaignId, permissionsFor(id)), wanted);
      return { status: 204 };
    }),
  );
}

/** Turns a campaign on or off, with all checks. */
export function turn(context: Context, type: EntityType, before: Entity, wanted: 'on' | 'off'): void {
  const campaignStatus = nextStatus(wanted, before);
  if (campaignStatus === before['campaignStatus']) return;
  const entity = { ...before, ...stampsFor(context, type, before), campaignStatus };
  storeEntity(context, type, { entity, before });
}
