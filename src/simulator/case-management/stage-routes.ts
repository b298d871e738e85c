import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { auditOf, recordAudit } from '../entity/audit.ts';
import { cursorPageOf } from '../entity/listing.ts';
import { clearedBy } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { isObject, textOf, withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Organisation } from '../state/organisation.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest, notFound } from '../wire/platform-error.ts';
import { namedDraft, namedVersion } from './caseplan-routes.ts';
import { putVersion, type PlanVersion } from './caseplan-store.ts';

const page = { maxPageSize: 200 } as const;
const service = 'CaseManagement';

/** Stages and steps of a case plan: read in any version, changed in the draft. */
export const stageRoutes: readonly Route[] = [
  describedRoute('getCasemanagementCaseplanVersionStageplans', listStages),
  describedRoute('getCasemanagementCaseplanVersionStageplan', (context) => {
    const version = namedVersion(context);
    return ok(shownStage(version, stageOf(context, version)));
  }),
  describedRoute('patchCasemanagementCaseplanStageplan', changeStage),
  describedRoute('getCasemanagementCaseplanVersionStageplanStepplans', listSteps),
  describedRoute('getCasemanagementCaseplanVersionStageplanStepplan', (context) => {
    const version = namedVersion(context);
    return ok(shownStep(context.organisation, version, stepOf(context, version)));
  }),
  describedRoute('patchCasemanagementCaseplanStageplanStepplan', changeStep),
];

function listStages(context: Context): Reply {
  const version = namedVersion(context);
  const present = (stage: Entity) => shownStage(version, stage);
  return ok(cursorPageOf(context, version.stageplans, { ...page, present }));
}

function listSteps(context: Context): Reply {
  const version = namedVersion(context);
  const stage = stageOf(context, version);
  const steps = version.stepplans.filter(({ stageplanId }) => stageplanId === stage.id);
  const present = (step: Entity) => shownStep(context.organisation, version, step);
  return ok(cursorPageOf(context, steps, { ...page, present }));
}

function changeStage(context: Context): Reply {
  const draft = namedDraft(context);
  const before = stageOf(context, draft);
  const after = changed(context, before, 'StageplanUpdate');
  const stageplans = draft.stageplans.map((stage) => (stage.id === after.id ? after : stage));
  putVersion(context.organisation, { ...draft, stageplans });
  recordAudit(context, auditOf({ service, entityType: 'Stageplan' }, before, after));
  return ok(shownStage(draft, after));
}

function changeStep(context: Context): Reply {
  const { organisation } = context;
  const draft = namedDraft(context);
  const before = stepOf(context, draft);
  const after = changed(context, before, 'StepplanUpdate');
  const worktypeId = worktypeOf(after);
  if (worktypeId !== '' && !organisation.collection('task_management_worktype').current(worktypeId))
    throw badRequest(`Unable to find worktype with id ${worktypeId}`, 'invalid.reference');
  const stepplans = draft.stepplans.map((step) => (step.id === after.id ? after : step));
  putVersion(organisation, { ...draft, stepplans });
  recordAudit(context, auditOf({ service, entityType: 'Stepplan' }, before, after));
  return ok(shownStep(organisation, draft, after));
}

function changed(context: Context, before: Entity, model: string): Entity {
  const body = prunedTo(checkBody(context.body, model), model) as JsonObject;
  const after = withoutNulls({ ...before, ...body, ...clearedBy(context.body, model, before) });
  const modifiedBy = { id: context.caller.subjectId };
  return { ...after, id: before.id, dateModified: isoDate(context.now), modifiedBy };
}

function stageOf({ params }: Context, version: PlanVersion): Entity {
  const found = version.stageplans.find(({ id }) => id === params['stageplanId']);
  if (!found) throw notFound('stageplan', params['stageplanId'] ?? '');
  return found;
}

function stepOf(context: Context, version: PlanVersion): Entity {
  const stage = stageOf(context, version);
  const wanted = context.params['stepplanId'] ?? '';
  const found = version.stepplans.find(({ id, stageplanId }) => id === wanted && stageplanId === stage.id);
  if (!found) throw notFound('stepplan', wanted);
  return found;
}

function shownStage(version: PlanVersion, stage: Entity): JsonObject {
  const caseplan = planReference(version);
  return { ...stage, caseplan, selfUri: `${String(caseplan['selfUri'])}/stageplans/${stage.id}` };
}

function shownStep(organisation: Organisation, version: PlanVersion, step: Entity): JsonObject {
  const { stageplanId, workitemSettings: _settings, ...shown } = step;
  const caseplan = planReference(version);
  const stage = version.stageplans.find(({ id }) => id === stageplanId);
  const place = `${String(caseplan['selfUri'])}/stageplans/${String(stageplanId)}`;
  const worktypeId = worktypeOf(step);
  const worktype = organisation.collection('task_management_worktype').current(worktypeId);
  return {
    ...shown,
    caseplan,
    stageplan: { id: stageplanId, name: textOf(stage ?? {}, 'name'), selfUri: place },
    ...(worktypeId === ''
      ? {}
      : { workitemSettings: { worktype: { id: worktypeId, name: textOf(worktype ?? {}, 'name') } } }),
    selfUri: `${place}/stepplans/${step.id}`,
  };
}

function worktypeOf({ workitemSettings }: Entity): string {
  return isObject(workitemSettings) ? textOf(workitemSettings, 'worktypeId') : '';
}

function planReference({ caseplanId, version, plan }: PlanVersion): JsonObject {
  const selfUri = `/api/v2/casemanagement/caseplans/${caseplanId}/versions/${version}`;
  return { id: caseplanId, name: textOf(plan, 'name'), version, selfUri };
}

function ok(body: JsonObject): Reply {
  return { status: 200, body };
}
