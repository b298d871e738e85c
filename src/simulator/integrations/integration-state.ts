import type { TimerHandler } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { startTimer } from '../state/timers.ts';

/** Kind of the timer at whose end an integration has reached its intended state. */
export const stateTimer = 'integration-state';

const shelf = 'integration';
const delayMs = 500;

/** What an integration reports of itself. */
export function reportedState(now: number, code: string): JsonObject {
  const isOn = code === 'ACTIVE' || code === 'DEACTIVATING';
  return { code, effective: isOn ? 'ENABLED' : 'DISABLED', lastUpdated: isoDate(now) };
}

/** What an integration reports while it goes to an intended state; it reports the state itself when it is there. */
export function stateOnTheWay(integration: JsonObject, intendedState: string, now: number): JsonObject {
  const [there, underWay] = intendedState === 'ENABLED' ? ['ACTIVE', 'ACTIVATING'] : ['INACTIVE', 'DEACTIVATING'];
  return reportedState(now, codeOf(integration) === there ? there : underWay);
}

/** Plans the end of the way, where the integration is on one. */
export function followIntendedState(organisation: Organisation, integration: Entity, now: number): void {
  if (!isUnderWay(integration)) return;
  startTimer(organisation, now, { kind: stateTimer, subject: integration.id, delayMs });
}

/** The code of what an integration reports. */
export function codeOf(integration: JsonObject): string {
  return isObject(integration['reportedState']) ? textOf(integration['reportedState'], 'code') : '';
}

/** Lets an integration report that it is as intended. */
export const endStateChange: TimerHandler = (world, organisation, timer) => {
  const integration = organisation.collection(shelf).current(timer.subject);
  if (!integration || !isUnderWay(integration)) return;
  const code = integration['intendedState'] === 'ENABLED' ? 'ACTIVE' : 'INACTIVE';
  organisation.collection(shelf).put({ ...integration, reportedState: reportedState(world.clock.now(), code) });
};

function isUnderWay(integration: Entity): boolean {
  return ['ACTIVATING', 'DEACTIVATING'].includes(codeOf(integration));
}
