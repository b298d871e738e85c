import type { Plan } from '../../core/plan/index.ts';
import type { LiveRoute, Reach } from '../../core/review/index.ts';
import { amountOf, minutesText } from '../text/amount.ts';
import type { PlanViewOptions } from './plan-options.ts';
import { reversibilityWords } from './plan-summary.ts';

/** What can be affected, counted: `4 flows, 1 call route, 3 numbers`. */
export function reachSummary(reach: Reach): string {
  const types = Map.groupBy(reach.objects, ({ type }) => type);
  const counts = [
    ...[...types].map(([type, objects]) => amountOf(objects.length, objects[0]?.noun ?? type)),
    reach.numbers.length === 0 ? '' : amountOf(reach.numbers.length, 'number'),
    reach.users === undefined || reach.users === 0 ? '' : `at most ${amountOf(reach.users, 'person', 'people')}`,
    routesSummary(reach),
    reach.openSchedules.length === 0 ? '' : amountOf(reach.openSchedules.length, 'open schedule'),
  ].filter((text) => text !== '');
  const seen = counts.length === 0 ? 'nothing else' : counts.join(', ');
  return reach.unseen.length === 0 ? seen : `${seen}; ${amountOf(reach.unseen.length, 'place')} not looked at`;
}

function routesSummary({ routes }: Reach): string {
  const states = Map.groupBy(routes, ({ state }) => state);
  return [...states].map(([state, of]) => `${amountOf(of.length, 'call route')} ${state}`).join(', ');
}

/** Where a call route sends calls at the plan's instant: `open → flow/inboundcall/Main (Weekdays, 09:30 Europe/Dublin)`. */
export function routeText({ state, flow, because, localTime, timeZone }: LiveRoute): string {
  const when = localTime === undefined ? '' : `${localTime.slice(-5)}${timeZone === undefined ? '' : ` ${timeZone}`}`;
  const facts = [because ?? '', when].filter((fact) => fact !== '');
  const target = flow === undefined ? 'no flow' : flow;
  return `${state} → ${target}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`;
}

/** Requests and minutes of the deployment. */
export function costSummary(plan: Plan, options: PlanViewOptions): string {
  const { requests = plan.requests, requestsPerMinute = options.requestsPerMinute, minutes } = plan.review?.cost ?? {};
  const time = minutesText(minutes ?? requests / Math.max(1, requestsPerMinute));
  return `${amountOf(requests, 'request')}, ${time} at ${requestsPerMinute} a minute`;
}

/** How long a deployment takes, in whole minutes. */
export function estimatedMinutes(plan: Plan, { requestsPerMinute }: PlanViewOptions): number {
  const { requests = plan.requests, minutes } = plan.review?.cost ?? {};
  return Math.ceil(minutes ?? requests / Math.max(1, requestsPerMinute));
}

/** How the steps are cut into waves: `3 waves of 1, 5, 8 objects`; empty for a single one. */
export function wavesSummary({ waves = [] }: Plan): string {
  if (waves.length < 2) return '';
  const sizes = waves.map(({ objects }) => objects);
  const shown = sizes.length > 8 ? [...sizes.slice(0, 7), '…'] : sizes;
  return `${amountOf(waves.length, 'wave')} of ${shown.join(', ')} objects`;
}

/** What undoing means for the whole, and how many steps keep it from being exact. */
export function undoSummary(plan: Plan): string {
  const steps = plan.steps.filter(({ kind }) => kind !== 'noop');
  const [inexact, never] = (['new-id', 'irreversible'] as const).map(
    (reversibility) => steps.filter((step) => step.reversibility === reversibility).length,
  );
  const exact = steps.length - (inexact ?? 0) - (never ?? 0);
  if ([exact, inexact, never].includes(steps.length)) return reversibilityWords[plan.reversibility];
  const parts = [inexact ? `${inexact} with a new id` : '', never ? `${never} not at all` : ''].filter(
    (text) => text !== '',
  );
  return `${exact} of ${amountOf(steps.length, 'step')} can be undone exactly, ${parts.join(', ')}`;
}

/** How many findings of each weight a plan has: `1 error, 2 warnings`; empty without any. */
export function findingsSummary({ diagnostics }: Pick<Plan, 'diagnostics'>): string {
  const count = (severity: string) => diagnostics.filter((entry) => entry.severity === severity).length;
  return [amountOf(count('error'), 'error'), amountOf(count('warning'), 'warning'), amountOf(count('info'), 'note')]
    .filter((text) => !text.startsWith('0 '))
    .join(', ');
}

/** How many addresses stand for others here, and the first of them; empty for none. */
export function mappedSummary({ mapped = [] }: Plan, most: number): string {
  const shown = mapped.slice(0, most).map(({ from, to }) => `${from} is ${to}`);
  const more = mapped.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
