import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';

const path = '/api/v2/taskmanagement/worktypes';

/** Statuses of a work type, with the statuses that work may go on to. */
export const statusType = describedType('task_management_worktype_status', {
  label: 'status',
  audit: { service: 'TaskManagement', entityType: 'WorkitemStatus' },
  defaults: () => ({ destinationStatuses: [], autoTerminateWorkitem: false }),
  hooks: {
    accept: (context, body, before) => ({
      ...body,
      worktype: before?.['worktype'] ?? { id: context.params['worktypeId'] },
    }),
    check: (context, entity, before) => {
      checkName(context, entity, before);
      checkDestinations(context, entity);
    },
    checkDelete: refuseNeeded,
  },
});

/** The statuses of a work type, in the order in which they were made. */
export function statusesOf(organisation: Organisation, worktypeId: string): readonly Entity[] {
  return organisation
    .collection(statusType.name)
    .currentAll()
    .filter((status) => status['$worktypeId'] === worktypeId);
}

/** A status as its work type shows it. */
export function shownStatus(organisation: Organisation, status: Entity): JsonObject {
  const { $worktypeId: worktypeId, ...shown } = status;
  const statuses = organisation.collection(statusType.name);
  const named = (reference: unknown): JsonObject => {
    const id = refId(reference) ?? '';
    return { id, name: textOf(statuses.current(id) ?? {}, 'name') };
  };
  const destinations = Array.isArray(status['destinationStatuses']) ? status['destinationStatuses'].map(named) : [];
  const standard = status['defaultDestinationStatus'];
  return {
    ...shown,
    destinationStatuses: destinations,
    ...(standard === undefined ? {} : { defaultDestinationStatus: named(standard) }),
    selfUri: `${path}/${String(worktypeId)}/statuses/${status.id}`,
  };
}

function checkName({ organisation }: Context, entity: Entity, before: Entity | undefined): void {
  const name = textOf(entity, 'name').toLowerCase();
  if (name === textOf(before ?? {}, 'name').toLowerCase()) return;
  const others = statusesOf(organisation, String(entity['$worktypeId'])).filter(({ id }) => id !== entity.id);
  if (others.every((other) => textOf(other, 'name').toLowerCase() !== name)) return;
  throw conflict(`A status with the name "${textOf(entity, 'name')}" already exists in the worktype.`);
}

function checkDestinations({ organisation }: Context, entity: Entity): void {
  const own = new Set(statusesOf(organisation, String(entity['$worktypeId'])).map(({ id }) => id));
  const given = entity['destinationStatuses'];
  const destinations = Array.isArray(given) ? given.map((status) => refId(status) ?? '') : [];
  const standard = refId(entity['defaultDestinationStatus']);
  const stranger = [...destinations, ...(standard === undefined ? [] : [standard])].find((id) => !own.has(id));
  if (stranger !== undefined) throw badRequest(`The status with id ${stranger} is none of the worktype.`);
  if (standard !== undefined && destinations.length > 0 && !destinations.includes(standard))
    throw badRequest('The default destination status must be one of the destination statuses.');
}

function refuseNeeded({ organisation }: Context, status: Entity): void {
  const worktype = organisation.collection('task_management_worktype').current(String(status['$worktypeId']));
  const isDefault = refId(worktype?.['defaultStatus']) === status.id;
  const leading = statusesOf(organisation, String(status['$worktypeId'])).some(
    (other) => other.id !== status.id && leadsTo(other, status.id),
  );
  const reason = isDefault ? 'it is the default status' : leading ? 'other statuses lead to it' : undefined;
  if (reason !== undefined) throw conflict(`The status with id ${status.id} cannot be deleted: ${reason}.`);
}

function leadsTo(status: Entity, id: string): boolean {
  const destinations = status['destinationStatuses'];
  const ids = Array.isArray(destinations) ? destinations.map((destination) => refId(destination)) : [];
  return ids.includes(id) || refId(status['defaultDestinationStatus']) === id;
}
