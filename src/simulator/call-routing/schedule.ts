import type { EntityType } from '../entity/entity-type.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { architectObject, callRoutingPermissions } from './architect-object.ts';

const permissions = callRoutingPermissions('schedule');
const localTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?$/;

/** Schedules; `start` and `end` are local times without a zone. */
export const scheduleType: EntityType = {
  ...architectObject,
  name: 'architect_schedules',
  label: 'schedule',
  path: '/api/v2/architect/schedules',
  idParameter: 'scheduleId',
  list: { permissions: permissions.view, maxPageSize: 100, name: 'wildcard', byDivision: true },
  get: { permissions: permissions.view },
  create: { permissions: permissions.add, model: 'Schedule' },
  update: { method: 'PUT', permissions: permissions.edit, model: 'Schedule' },
  delete: { permissions: permissions.delete },
  softDelete: 'readable',
  references: [{ path: 'division.id', type: 'auth_division', blocksDelete: 400 }],
  audit: { service: 'Architect', entityType: 'Schedule' },
  hooks: { check: (_context, schedule) => checkTimes(schedule) },
};

function checkTimes(schedule: Entity): void {
  for (const name of ['start', 'end']) {
    if (localTime.test(textOf(schedule, name))) continue;
    const details = [{ errorCode: 'invalid.value', fieldName: name }];
    throw badRequest(`${name} must be a local date and time such as 2026-01-31T08:00:00.000.`, 'invalid.date', {
      details,
    });
  }
  if (textOf(schedule, 'end') < textOf(schedule, 'start'))
    throw badRequest('end must not be before start.', 'invalid.date');
  const rrule = textOf(schedule, 'rrule');
  if (rrule !== '' && !/(^|;)FREQ=/.test(rrule)) throw badRequest('rrule must have a FREQ part.', 'invalid.rrule');
}
