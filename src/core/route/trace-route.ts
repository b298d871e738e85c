import { scheduleGroupStateAt } from '../schedules/group-state.ts';
import type { CallRoute, RouteAnswer, RouteEnd, RouteMap } from './route.ts';
import { createWalk, walkFlow, type Walk } from './walk-flow.ts';

/**
 * Where a call of the number would go at the instant: number → call route → emergency or schedule group → flow → queue or
 * any other end. Where a caller's choice or data decides, every way is followed and said.
 */
export function traceRoute(map: RouteMap, number: string, instantMs: number): RouteAnswer {
  const walk = createWalk(map, instantMs);
  const route = map.callRoutes.find(({ numbers }) => numbers.some((other) => plain(other) === plain(number)));
  const answer = { number, at: new Date(instantMs).toISOString() };
  if (route === undefined) {
    walk.steps.push(`No call route has the number ${number}.`);
    end(walk, { kind: 'none', name: '' });
    return finish(walk, { ...answer, callRoute: '', scheduleGroup: '', state: 'unassigned', because: '', flow: '' });
  }
  const chosen = chooseFlow(walk, route);
  walk.steps.push(...chosen.steps);
  const flow = chosen.flow === undefined ? undefined : map.flow(chosen.flow);
  if (chosen.flow === undefined) {
    walk.unknown.push(`${route.name} has no flow while it is ${chosen.state}; the platform decides then`);
    end(walk, { kind: 'unknown', name: '' });
  } else if (flow === undefined) {
    walk.unknown.push(`the flow of ${route.name} can not be seen`);
    end(walk, { kind: 'unknown', name: '' });
  } else walkFlow(walk, flow);
  const { state, because, scheduleGroup } = chosen;
  return finish(walk, { ...answer, callRoute: route.name, scheduleGroup, state, because, flow: flow?.name ?? '' });
}

interface Chosen {
  readonly state: 'open' | 'closed' | 'holiday' | 'emergency';
  readonly because: string;
  readonly scheduleGroup: string;
  readonly flow: string | undefined;
  readonly steps: readonly string[];
}

function chooseFlow({ map, instantMs, unknown }: Walk, route: CallRoute): Chosen {
  const group = route.scheduleGroup === undefined ? undefined : map.scheduleGroup(route.scheduleGroup);
  const scheduleGroup = group?.name ?? '';
  for (const emergency of map.emergencyGroups.filter(({ enabled }) => enabled)) {
    const own = emergency.flows.find(({ callRoutes }) => callRoutes.includes(route.id));
    if (own === undefined) continue;
    const steps = [`Call route ${route.name}: the emergency group ${emergency.name} is on.`];
    return { state: 'emergency', because: emergency.name, scheduleGroup, flow: own.flow, steps };
  }
  if (route.scheduleGroup === undefined) {
    const steps = [`Call route ${route.name}: it has no schedule group and is always open.`];
    return { state: 'open', because: '', scheduleGroup, flow: route.openFlow, steps };
  }
  if (group === undefined) {
    unknown.push(`the schedule group of ${route.name} can not be seen`);
    return { state: 'closed', because: '', scheduleGroup, flow: route.closedFlow, steps: [] };
  }
  const found = scheduleGroupStateAt(group, instantMs);
  unknown.push(...found.unknown.map((text) => `schedule ${text}`));
  const by = found.by === undefined ? 'no schedule covers the time' : `schedule ${found.by}`;
  const flows = { open: route.openFlow, closed: route.closedFlow, holiday: route.holidayFlow };
  return {
    state: found.state,
    because: found.by ?? '',
    scheduleGroup,
    flow: flows[found.state],
    steps: [`Call route ${route.name}: ${group.name} is ${found.state} (${by}).`],
  };
}

function end({ ends }: Walk, at: RouteEnd): void {
  ends.set(`${at.kind} ${at.name}`, at);
}

function finish(
  walk: Walk,
  head: Pick<RouteAnswer, 'number' | 'at' | 'callRoute' | 'scheduleGroup' | 'state' | 'because' | 'flow'>,
): RouteAnswer {
  const ends = [...walk.ends].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, value]) => value);
  const unknown = [...new Set(walk.unknown)];
  const certain = ends.length === 1 && unknown.length === 0 && ends[0]?.kind !== 'unknown';
  const [first] = ends;
  return {
    ...head,
    queue: ends.length === 1 && first?.kind === 'queue' ? first.name : '',
    queues: ends.flatMap(({ kind, name }) => (kind === 'queue' ? [name] : [])),
    ends,
    certain,
    depends: [...new Set(walk.depends)],
    unknown,
    steps: walk.steps,
  };
}

/** Digits and a leading plus; how people group them says nothing. */
function plain(number: string): string {
  return number.replaceAll(/[\s().-]/gu, '').replace(/^tel:/u, '');
}
