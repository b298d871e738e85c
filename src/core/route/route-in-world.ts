import { isJsonArray, isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { findObject, objectsOfType } from '../plan/world/listing.ts';
import { documentOf, keyOf } from '../plan/world/projected-object.ts';
import { needRead, type ProjectedObject, type World } from '../plan/world/world.ts';
import { isLinkedReference } from '../resource/reference.ts';
import { scheduleTimesOf } from '../schedules/schedule-state.ts';
import type { NamedSchedule, ScheduleGroup } from '../schedules/group-state.ts';
import { routeTypes } from './route-types.ts';
import type { CallRoute, EmergencyGroup, RouteAnswer, RoutedFlow, RouteMap } from './route.ts';
import { traceRoute } from './trace-route.ts';

/**
 * Tells where a call of a number would go at an instant, in the organisation as the world holds it. Notes the reads it lacks;
 * then the answer means nothing yet. Flow contents are read only of flows on the way. The world must not change meanwhile.
 */
export function createTracer(world: World): (number: string, instantMs: number) => RouteAnswer {
  let map: RouteMap | undefined;
  return (number, instantMs) => {
    map ??= mapOf(world);
    return traceRoute(map, number, instantMs);
  };
}

function mapOf(world: World): RouteMap {
  const groups = listed(world, 'scheduleGroup');
  const flows = listed(world, 'flow');
  listed(world, 'schedule');
  return {
    callRoutes: listed(world, 'callRoute').map((object) => toCallRoute(world, object)),
    emergencyGroups: listed(world, 'emergencyGroup').map((object) => toEmergencyGroup(world, object)),
    scheduleGroup: (id) => found(groups, id, (object) => toScheduleGroup(world, object)),
    scheduleGroupNamed: (name) => {
      const object = groups.find((group) => nameOf(world, group) === name);
      return object === undefined ? undefined : toScheduleGroup(world, object);
    },
    flow: (id) => found(flows, id, (object) => toFlow(world, object)),
    flowNamed: (type, name) => {
      const object = flows.find((flow) => keyOf(world, flow)?.join('/') === `${type}/${name}`);
      return object === undefined ? undefined : toFlow(world, object);
    },
  };
}

function listed(world: World, part: keyof typeof routeTypes): readonly ProjectedObject[] {
  const descriptor = world.input.catalogue.find(routeTypes[part]);
  return descriptor === undefined ? [] : objectsOfType(world, descriptor);
}

function found<Value>(
  objects: readonly ProjectedObject[],
  id: string,
  convert: (object: ProjectedObject) => Value,
): Value | undefined {
  const object = objects.find(({ handle }) => handle === id);
  return object === undefined ? undefined : convert(object);
}

function toCallRoute(world: World, object: ProjectedObject): CallRoute {
  const document = documentOf(object);
  const flows = {
    openFlow: handleIn(document['openHoursFlow']),
    closedFlow: handleIn(document['closedHoursFlow']),
    holidayFlow: handleIn(document['holidayHoursFlow']),
    scheduleGroup: handleIn(document['scheduleGroup']),
  };
  const numbers = listOf(document['dnis']).filter((item) => typeof item === 'string');
  return { id: object.handle, name: nameOf(world, object), numbers, ...flows };
}

function toEmergencyGroup(world: World, object: ProjectedObject): EmergencyGroup {
  const document = documentOf(object);
  const flows = listOf(document['emergencyCallFlows'])
    .filter(isJsonObject)
    .map(({ emergencyFlow, ivrs }) => ({ flow: handleIn(emergencyFlow), callRoutes: handlesIn(ivrs) }));
  return { name: nameOf(world, object), enabled: document['enabled'] === true, flows };
}

function toScheduleGroup(world: World, object: ProjectedObject): ScheduleGroup & { readonly name: string } {
  const { timeZone, openSchedules, closedSchedules, holidaySchedules } = documentOf(object);
  return {
    name: nameOf(world, object),
    ...(typeof timeZone === 'string' && timeZone !== '' ? { timeZone } : {}),
    open: schedulesIn(world, openSchedules),
    closed: schedulesIn(world, closedSchedules),
    holiday: schedulesIn(world, holidaySchedules),
  };
}

function schedulesIn(world: World, value: Json | undefined): readonly NamedSchedule[] {
  return handlesIn(value).map((handle) => {
    const object = findObject(world, routeTypes.schedule, handle);
    return object === undefined
      ? { name: handle, times: undefined }
      : { name: nameOf(world, object), times: scheduleTimesOf(documentOf(object)) };
  });
}

function toFlow(world: World, object: ProjectedObject): RoutedFlow {
  const flow = { id: object.handle, name: keyOf(world, object)?.join('/') ?? '' };
  const { content } = object.descriptor;
  const read = world.input.snapshot.contents[object.handle];
  if (content === undefined || read === undefined) {
    if (!isPublished(object)) return { ...flow, why: 'it was never published' };
    needRead(world, { kind: 'content', type: object.descriptor.type, id: object.handle });
    return { ...flow, why: 'its content was not read yet' };
  }
  try {
    return { ...flow, content: world.input.contentFormats[content.format]?.(read.text) };
  } catch {
    return { ...flow, why: 'its content can not be read' };
  }
}

/** Without a revision there is nothing to export. */
function isPublished({ descriptor, live }: ProjectedObject): boolean {
  let value: Json | undefined = live?.body;
  for (const part of (descriptor.content?.revision ?? '').split('.'))
    value = isJsonObject(value) ? value[part] : undefined;
  return value !== undefined && value !== null;
}

function nameOf(world: World, object: ProjectedObject): string {
  return keyOf(world, object)?.at(-1) ?? '';
}

function handleIn(value: Json | undefined): string | undefined {
  return isLinkedReference(value) ? (value as JsonObject & { readonly $handle: string }).$handle : undefined;
}

function handlesIn(value: Json | undefined): readonly string[] {
  return listOf(value).flatMap((item) => handleIn(item) ?? []);
}

function listOf(value: Json | undefined): readonly Json[] {
  return isJsonArray(value) ? value : [];
}
