import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, refId, textOf, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryFilter } from './query-filter.ts';

const described = describedType('task_management_workitem', {
  label: 'workitem',
  audit: { service: 'TaskManagement', entityType: 'Workitem' },
  holds: { task_management_workbin: 409, task_management_worktype: 409, task_management_worktype_status: 409 },
  defaults: () => ({ assignmentState: 'Idle', autoStatusTransition: true }),
  hooks: {
    accept: (context, body, before) => {
      const { assignmentOperation: _operation, wrapupCode: _code, scoredAgents, ...form } = body;
      const agents = Array.isArray(scoredAgents) ? { scoredAgents: scoredAgents.filter(isObject).map(agentOf) } : {};
      const given = { ...form, ...agents };
      return before === undefined ? newWork(context, given) : changedWork(context, given, before);
    },
  },
});

/** Work items: new ones take what they do not say from their work type. */
export const workitemType: EntityType = {
  ...described,
  ...(described.list && {
    list: { ...described.list, maxPageSize: 200, filter: queryFilter('WorkitemQueryPostRequest') },
  }),
};

function newWork(context: Context, body: JsonObject): JsonObject {
  const { organisation, caller, now } = context;
  const typeId = refId(body['type']) ?? String(body['typeId']);
  const worktype = organisation.collection('task_management_worktype').current(typeId);
  const workbin = refId(body['workbin']) ?? refId(worktype?.['defaultWorkbin']);
  const { typeId: _typeId, ...given } = body;
  const work = withoutNulls({
    priority: worktype?.['defaultPriority'],
    status: worktype?.['defaultStatus'],
    workbin: worktype?.['defaultWorkbin'],
    queue: worktype?.['defaultQueue'],
    language: worktype?.['defaultLanguage'],
    skills: worktype?.['defaultSkills'],
    script: worktype?.['defaultScript'],
    schema: worktype?.['schema'],
    division: organisation.collection('task_management_workbin').current(workbin ?? '')?.['division'],
    ...(caller.userId === undefined ? {} : { reporter: { id: caller.userId } }),
    ...given,
    type: { id: typeId },
  });
  const status = statusOf(context, typeId, work);
  if (!status && work['status'] !== undefined) throw badRequest('The status is none of the worktype.');
  if (!status) return work;
  return { ...work, statusCategory: status['category'], dateStatusChanged: isoDate(now) };
}

function changedWork(context: Context, body: JsonObject, before: Entity): JsonObject {
  const wanted = refId(body['status']);
  if (wanted === undefined || wanted === refId(before['status'])) return body;
  const typeId = refId(before['type']) ?? '';
  const status = statusOf(context, typeId, body);
  if (!status) throw badRequest('The status is none of the worktype.');
  const allowed = statusOf(context, typeId, before)?.['destinationStatuses'];
  const ids = Array.isArray(allowed) ? allowed.map((destination) => refId(destination)) : [];
  if (ids.length > 0 && !ids.includes(wanted))
    throw badRequest(`A work item cannot go from its status to "${textOf(status, 'name')}".`);
  const date = isoDate(context.now);
  const closed = status['category'] === 'Closed' ? { dateClosed: date } : {};
  return { ...body, statusCategory: status['category'], dateStatusChanged: date, ...closed };
}

function statusOf({ organisation }: Context, typeId: string, work: JsonObject): Entity | undefined {
  const status = organisation.collection('task_management_worktype_status').current(refId(work['status']) ?? '');
  return status?.['$worktypeId'] === typeId ? status : undefined;
}

function agentOf({ id, score }: JsonObject): JsonObject {
  return withoutNulls({ agent: { id }, score });
}
