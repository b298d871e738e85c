import type { Context } from '../context.ts';
import type { TimerHandler } from '../feature.ts';
import type { Collection } from '../state/collection.ts';
import { startTimer } from '../state/timers.ts';

/** What is pending for a while after each write. */
type Kind = 'configuration' | 'deployment';

const delayMs = 300;
const collections: Readonly<Record<Kind, string>> = {
  configuration: 'webdeployments_configuration',
  deployment: 'webdeployments_deployment',
};

/** Makes a pending draft or deployment active after a moment. */
export function becomeActive({ organisation, now }: Context, kind: Kind, id: string): void {
  startTimer(organisation, now, { kind: `webdeployments.${kind}`, subject: id, delayMs });
}

/** What the timers do: `Pending` becomes `Active`. */
export const activeTimers: Readonly<Record<string, TimerHandler>> = {
  'webdeployments.configuration': (_world, organisation, { subject }) =>
    activate(organisation.collection(collections.configuration), subject),
  'webdeployments.deployment': (_world, organisation, { subject }) =>
    activate(organisation.collection(collections.deployment), subject),
};

function activate(objects: Collection, id: string): void {
  const entity = objects.current(id);
  if (entity?.['status'] === 'Pending') objects.put({ ...entity, status: 'Active' });
}
