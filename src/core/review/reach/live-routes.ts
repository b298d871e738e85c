import { isJsonArray, isJsonObject, type Json } from '../../json/json.ts';
import { isTimeZone, wallTimeAt } from '../../calendar/zone.ts';
import { addressOf, addressOfHandle } from '../../plan/world/label.ts';
import { ensureListed, findObject, objectsOfType } from '../../plan/world/listing.ts';
import { documentOf } from '../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../plan/world/world.ts';
import { isLinkedReference, referencesIn } from '../../resource/reference.ts';
import { scheduleGroupStateAt, type NamedSchedule } from '../../schedules/group-state.ts';
import { scheduleStateAt, scheduleTimesOf } from '../../schedules/schedule-state.ts';
import type { LiveRoute } from '../review.ts';
import type { RouteTypes } from '../review-knowledge.ts';
import { compare } from './search-reach.ts';

/** What is live now: where routes send calls, which schedules are open, and what of it can not be told. */
export interface LiveNow {
  readonly routes: readonly LiveRoute[];
  readonly openSchedules: readonly string[];
  readonly unseen: readonly string[];
}

/**
 * Where the call routes among the objects send calls at the plan's instant, and which schedules of the schedule groups
 * among them are open then, all as the plan leaves them. Notes reads that it lacks.
 */
export function findLiveNow(world: World, types: RouteTypes, objects: readonly ProjectedObject[]): LiveNow {
  const existing = objects.filter(({ exists }) => exists);
  const routes = existing.filter(({ descriptor }) => descriptor.type === types.route);
  const groups = existing.filter(({ descriptor }) => descriptor.type === types.group);
  if (routes.length + groups.length === 0) return { routes: [], openSchedules: [], unseen: [] };
  const wanted = routes.length === 0 ? [types.schedule] : [types.group, types.schedule, types.emergency];
  for (const type of wanted) {
    const descriptor = world.input.catalogue.find(type);
    if (descriptor !== undefined) ensureListed(world, descriptor);
  }
  const unseen = new Set<string>();
  const emergencies = routes.length === 0 ? new Map<string, Emergency>() : activeEmergencies(world, types);
  return {
    routes: routes
      .map((route) => routeOf(world, types, { route, emergency: emergencies.get(route.handle), unseen }))
      .toSorted((left, right) => compare(left.address, right.address)),
    openSchedules: [...new Set(groups.flatMap((group) => openIn(world, group)))].toSorted(),
    unseen: [...unseen],
  };
}

interface Emergency {
  readonly group: string;
  readonly flow?: string | undefined;
}

function routeOf(
  world: World,
  types: RouteTypes,
  found: {
    readonly route: ProjectedObject;
    readonly emergency: Emergency | undefined;
    readonly unseen: Set<string>;
  },
): LiveRoute {
  const { route, emergency, unseen } = found;
  const address = addressOf(world, route);
  const document = documentOf(route);
  if (emergency !== undefined)
    return { address, state: 'emergency', because: emergency.group, ...flowPart(emergency.flow) };
  const reference = document[types.fields.group];
  const group = isLinkedReference(reference) ? findObject(world, types.group, reference.$handle) : undefined;
  if (group === undefined) return { address, state: 'open', ...flowPart(referred(world, document[types.fields.open])) };
  const timeZone = zoneOf(group);
  const now = Date.parse(world.input.asOf);
  const hours = scheduleGroupStateAt({ timeZone, ...schedulesOf(world, group) }, now);
  for (const why of hours.unknown) unseen.add(`Whether ${address} is open can not be told for sure: ${why}.`);
  return {
    address,
    state: hours.state,
    ...flowPart(referred(world, document[types.fields[hours.state]])),
    ...(hours.by === undefined ? {} : { because: hours.by }),
    ...(isTimeZone(timeZone)
      ? { localTime: new Date(wallTimeAt(timeZone, now)).toISOString().slice(0, 16), timeZone }
      : {}),
  };
}

/** The emergency group that is switched on and the flow it answers with, by the handle of the call route. */
function activeEmergencies(world: World, { emergency }: RouteTypes): ReadonlyMap<string, Emergency> {
  const descriptor = world.input.catalogue.find(emergency);
  const active = new Map<string, Emergency>();
  for (const group of descriptor === undefined ? [] : objectsOfType(world, descriptor)) {
    const { enabled, emergencyCallFlows } = documentOf(group);
    if (enabled !== true || !isJsonArray(emergencyCallFlows)) continue;
    for (const entry of emergencyCallFlows.filter(isJsonObject)) {
      const flow = referred(world, entry['emergencyFlow']);
      for (const { $handle } of referencesIn(entry['ivrs'] ?? null))
        active.set($handle, { group: addressOf(world, group), flow });
    }
  }
  return active;
}

function openIn(world: World, group: ProjectedObject): readonly string[] {
  const now = Date.parse(world.input.asOf);
  return schedulesOf(world, group).open.flatMap(({ name, times }) =>
    times !== undefined && scheduleStateAt(times, zoneOf(group), now).state === 'open' ? [name] : [],
  );
}

function schedulesOf(
  world: World,
  group: ProjectedObject,
): Readonly<Record<'open' | 'closed' | 'holiday', readonly NamedSchedule[]>> {
  const document = documentOf(group);
  const named = (field: string): readonly NamedSchedule[] =>
    referencesIn(document[field] ?? null)
      .map(({ $handle, $type }) => {
        const schedule = findObject(world, $type, $handle);
        return {
          name: addressOfHandle(world, $type, $handle),
          times: schedule === undefined ? undefined : scheduleTimesOf(documentOf(schedule)),
        };
      })
      .toSorted((left, right) => compare(left.name, right.name));
  return { open: named('openSchedules'), closed: named('closedSchedules'), holiday: named('holidaySchedules') };
}

function zoneOf(group: ProjectedObject): string {
  const { timeZone } = documentOf(group);
  return typeof timeZone === 'string' && timeZone !== '' ? timeZone : 'UTC';
}

function referred(world: World, value: Json | undefined): string | undefined {
  return isLinkedReference(value) ? addressOfHandle(world, value.$type, value.$handle) : undefined;
}

function flowPart(flow: string | undefined): Pick<LiveRoute, 'flow'> {
  return flow === undefined ? {} : { flow };
}
