import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { pageOf } from '../entity/listing.ts';
import { namedEntity } from '../entity/visibility.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { schedulesIn } from './schedule-store.ts';
import { viewType } from './view.ts';

const audit = { service: 'JourneyAnalytics', entityType: 'JourneyViewSchedule' };
const model = 'JourneyViewSchedule';

/** Schedules of journey views: a view has one or none, and it is addressed by its view. */
export const scheduleRoutes: readonly Route[] = [
  describedRoute('getJourneyViewsSchedules', list),
  describedRoute('getJourneyViewSchedules', (context) => reply(found(context, 'shown'))),
  describedRoute('postJourneyViewSchedules', create),
  describedRoute('putJourneyViewSchedules', update),
  describedRoute('deleteJourneyViewSchedules', remove),
];

function list(context: Context): Reply {
  const schedules = schedulesIn(context.organisation).shownAll();
  return { status: 200, body: pageOf(context, schedules, { maxPageSize: 100, present: shown }) };
}

function create(context: Context): Reply {
  const { id } = namedView(context);
  if (schedulesIn(context.organisation).current(id))
    throw conflict(`The journey view with id ${id} already has a schedule.`);
  return store(context, id, undefined);
}

function update(context: Context): Reply {
  const before = found(context, 'current');
  return store(context, before.id, before);
}

function store(context: Context, id: string, before: Entity | undefined): Reply {
  const { organisation, caller, now } = context;
  const { frequency } = checkBody(context.body, model);
  const schedule: Entity = { id, frequency, dateModified: isoDate(now), user: { id: caller.subjectId } };
  schedulesIn(organisation).put(schedule);
  recordAudit(context, auditOf(audit, before, schedule));
  return reply(schedule);
}

function remove(context: Context): Reply {
  const before = found(context, 'current');
  schedulesIn(context.organisation).remove(before.id);
  recordAudit(context, auditOf(audit, before, undefined));
  return reply(before);
}

function found(context: Context, view: 'current' | 'shown'): Entity {
  const { id } = namedView(context);
  const schedule = schedulesIn(context.organisation)[view](id);
  if (!schedule) throw notFound('schedule of journey view', id);
  return schedule;
}

function namedView(context: Context): Entity {
  return namedEntity(context, viewType);
}

function reply(schedule: Entity): Reply {
  return { status: 200, body: shown(schedule) };
}

/** A schedule has the id of its view: the official provider takes the one for the other. */
function shown(schedule: Entity): JsonObject {
  return { ...schedule, selfUri: `${viewType.path}/${schedule.id}/schedules` };
}
