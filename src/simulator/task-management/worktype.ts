import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { createEntity } from '../entity/write.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryFilter } from './query-filter.ts';
import { shownStatus, statusesOf, statusType } from './status.ts';

const described = describedType('task_management_worktype', {
  label: 'worktype',
  audit: { service: 'TaskManagement' },
  uniqueName: { status: 409, code: 'general.conflict' },
  holds: { task_management_workbin: 409, task_management_workitem_schema: 409 },
  defaults: () => ({
    assignmentEnabled: true,
    defaultPriority: 0,
    ruleSettings: { flowRulesEnabled: false },
    unassignedDivisionContactsEnabled: false,
  }),
  references: [{ path: 'defaultStatus.id', type: 'task_management_worktype_status' }],
  hooks: {
    accept: acceptWorktype,
    check: (context, entity) => {
      const status = refId(entity['defaultStatus']);
      const isOwn = statusesOf(context.organisation, entity.id).some(({ id }) => id === status);
      if (status !== undefined && !isOwn) throw badRequest('The default status is none of the worktype.');
    },
    stored: (context, entity, before) => {
      if (entity === undefined) forgetParts(context, before?.id ?? '');
      else if (before === undefined && entity['$bare'] !== true) makeDefaultStatus(context, entity);
    },
    present: (organisation, entity) => ({
      statuses: statusesOf(organisation, entity.id).map((status) => shownStatus(organisation, status)),
    }),
  },
});

/** Work types. One is made with a status `Open`, its default, unless that is disabled. */
export const worktypeType: EntityType = {
  ...described,
  ...(described.list && {
    list: { ...described.list, maxPageSize: 200, filter: queryFilter('WorktypeQueryRequest') },
  }),
};

/** The types of objects that lie under a work type and go with it. */
const parts = [
  'task_management_worktype_status',
  'task_management_worktype_flow_datebased_rule',
  'task_management_worktype_flow_onattributechange_rule',
  'task_management_worktype_flow_oncreate_rule',
];

function acceptWorktype({ organisation }: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  const { disableDefaultStatusCreation, schemaVersion, ...form } = body;
  const known = isObject(before?.['schema']) ? before['schema'] : {};
  const id = refId(form['schema']) ?? refId(known);
  if (id === undefined) return disableDefaultStatusCreation === true ? { ...form, $bare: true } : form;
  const schema = organisation.collection('task_management_workitem_schema').current(id);
  const isSame = refId(known) === id;
  const version = schemaVersion ?? (isSame ? known['version'] : undefined) ?? schema?.['version'] ?? 1;
  const reference = { id, name: textOf(schema ?? {}, 'name'), version };
  return { ...form, schema: reference, ...(disableDefaultStatusCreation === true ? { $bare: true } : {}) };
}

function makeDefaultStatus(context: Context, worktype: Entity): void {
  const under = { ...context, params: { ...context.params, worktypeId: worktype.id } };
  const status = createEntity(under, statusType, { name: 'Open', category: 'Open' });
  const { organisation } = context;
  organisation.collection(worktypeType.name).put({ ...worktype, defaultStatus: { id: status.id } });
}

function forgetParts({ organisation }: Context, worktypeId: string): void {
  for (const name of parts) {
    const objects = organisation.collection(name);
    for (const part of objects.currentAll()) if (part['$worktypeId'] === worktypeId) objects.remove(part.id);
  }
}
