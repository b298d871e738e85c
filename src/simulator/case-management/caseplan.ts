import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';
import { forgetVersions, planVersion, putVersion } from './caseplan-store.ts';
import { newStages } from './new-stages.ts';

const described = describedType('case_management_caseplan', {
  label: 'caseplan',
  audit: { service: 'CaseManagement', entityType: 'Caseplan' },
  uniqueName: { status: 409, code: 'general.conflict' },
  holds: { intents_customerintents: 409 },
  people: 'reference',
  defaults: () => ({ defaultDueDurationInSeconds: 432_000, defaultTtlSeconds: 7_776_000 }),
  hooks: {
    accept: acceptPlan,
    stored: (context, entity, before) => {
      if (entity === undefined) forgetVersions(context.organisation, before?.id ?? '');
      else if (before === undefined) makeFirstVersion(context, entity);
      else keepDraft(context, entity);
    },
    present: (organisation, plan) => {
      const latest = planVersion(organisation, plan.id, plan['latest']);
      return { dataSchemas: latest?.dataSchemas ?? [], intakeSettings: latest?.intakeSettings ?? [] };
    },
  },
});

/** Case plans. What a plan says is its latest version, which can be changed while it is a draft. */
export const caseplanType: EntityType = {
  ...described,
  ...(described.delete && { delete: { permissions: described.delete.permissions } }),
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const [intent, divisions] = [query.get('customerIntentId'), new Set(queryList(query, 'divisionIds'))];
        return (plan) =>
          (intent === null || refId(plan['customerIntent']) === intent) &&
          (divisions.size === 0 || divisions.has(refId(plan['division']) ?? ''));
      },
    },
  }),
};

/** PlatformError 409 when the latest version of the plan was published. */
export function requireDraft(plan: Entity): void {
  if (plan['versionState'] === 'Draft') return;
  throw conflict(`The latest version of the caseplan with id ${plan.id} is published: changes need a new version.`);
}

function acceptPlan(context: Context, body: JsonObject, before: Entity | undefined): JsonObject {
  if (before !== undefined) {
    requireDraft(before);
    return { ...body, ...stampsOf(context, before) };
  }
  const { dataSchemas, intakeSettings, ...form } = body;
  const schemas = context.organisation.collection('task_management_workitem_schema');
  const stranger = objectsIn(dataSchemas).find((schema) => !schemas.current(textOf(schema, 'id')));
  if (stranger) throw badRequest(`Unable to find schema with id ${textOf(stranger, 'id')}`, 'invalid.reference');
  const parts = { $dataSchemas: objectsIn(dataSchemas), $intakeSettings: objectsIn(intakeSettings) };
  return { ...form, ...parts, ...stampsOf(context, before), latest: 1, versionState: 'Draft' };
}

function makeFirstVersion(context: Context, plan: Entity): void {
  putVersion(context.organisation, {
    caseplanId: plan.id,
    version: 1,
    plan,
    dataSchemas: objectsIn(plan['$dataSchemas']).map(({ id }) => ({ id })),
    intakeSettings: objectsIn(plan['$intakeSettings']),
    ...newStages(context),
  });
}

function keepDraft({ organisation }: Context, plan: Entity): void {
  const latest = planVersion(organisation, plan.id, plan['latest']);
  if (latest) putVersion(organisation, { ...latest, plan });
}

function stampsOf({ now, caller }: Context, before: Entity | undefined): JsonObject {
  const date = isoDate(now);
  return { dateCreated: before?.['dateCreated'] ?? date, dateModified: date, modifiedBy: { id: caller.subjectId } };
}

function objectsIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
