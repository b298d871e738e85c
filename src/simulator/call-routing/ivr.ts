import type { Context } from '../context.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { refId, stringsOf, type Entity } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { architectObject, callRoutingPermissions } from './architect-object.ts';

const permissions = callRoutingPermissions('callRoute');

/** IVRs (call routes); a number belongs to one IVR only. */
export const ivrType: EntityType = {
  ...architectObject,
  name: 'architect_ivr',
  label: 'IVR',
  path: '/api/v2/architect/ivrs',
  idParameter: 'ivrId',
  list: {
    permissions: permissions.view,
    maxPageSize: 100,
    name: 'wildcard',
    byDivision: true,
    filter: (query) => {
      const dnis = query.get('dnis');
      const group = query.get('scheduleGroup');
      if (dnis === null && group === null) return undefined;
      return (ivr) =>
        (dnis === null || stringsOf(ivr['dnis']).includes(dnis)) &&
        (group === null || refId(ivr['scheduleGroup']) === group);
    },
  },
  get: { permissions: permissions.view },
  create: { permissions: permissions.add, model: 'IVR' },
  update: { method: 'PUT', permissions: permissions.edit, model: 'IVR' },
  delete: { permissions: permissions.delete },
  softDelete: 'readable',
  references: [
    { path: 'division.id', type: 'auth_division', blocksDelete: 400 },
    { path: 'openHoursFlow.id', type: 'flow', blocksDelete: 409 },
    { path: 'closedHoursFlow.id', type: 'flow', blocksDelete: 409 },
    { path: 'holidayHoursFlow.id', type: 'flow', blocksDelete: 409 },
    { path: 'scheduleGroup.id', type: 'architect_schedulegroups', blocksDelete: 409 },
  ],
  defaults: () => ({ dnis: [] }),
  audit: { service: 'Architect', entityType: 'IVR' },
  hooks: { check: checkNumbers },
};

function checkNumbers(context: Context, ivr: Entity): void {
  const numbers = new Set(stringsOf(ivr['dnis']));
  if (numbers.size === 0) return;
  for (const other of context.organisation.collection('architect_ivr').currentAll()) {
    if (other.id === ivr.id || other['state'] === 'deleted') continue;
    const taken = stringsOf(other['dnis']).find((number) => numbers.has(number));
    if (taken === undefined) continue;
    const details = [{ errorCode: 'dnis.in.use', fieldName: 'dnis', entityId: other.id }];
    throw badRequest(`The number ${taken} is already assigned to another IVR.`, 'dnis.in.use', { details });
  }
}
