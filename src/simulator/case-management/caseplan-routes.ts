import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import { shownTo } from '../entity/routes.ts';
import { namedEntity } from '../entity/visibility.ts';
import { storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { textOf, type Entity } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { prunedTo } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { conflict, notFound } from '../wire/platform-error.ts';
import { planVersion, putVersion, type PlanVersion } from './caseplan-store.ts';
import { caseplanType, requireDraft } from './caseplan.ts';

/** Publishing a case plan, drafting its next version, and what a version holds beside its stages. */
export const caseplanRoutes: readonly Route[] = [
  describedRoute('postCasemanagementCaseplanPublish', publish),
  describedRoute('postCasemanagementCaseplanVersions', draftNext),
  describedRoute('getCasemanagementCaseplanVersion', getVersion),
  describedRoute('getCasemanagementCaseplanVersionDataschemas', (context) => listed(namedVersion(context).dataSchemas)),
  describedRoute('getCasemanagementCaseplanVersionIntakesettings', (context) =>
    listed(namedVersion(context).intakeSettings),
  ),
  describedRoute('putCasemanagementCaseplanIntakesettings', changeIntake),
];

/** The case plan in the path of a request; PlatformError 404. */
function namedPlan(context: Context): Entity {
  return namedEntity(context, caseplanType);
}

/** The version in the path of a request; PlatformError 404. */
export function namedVersion(context: Context): PlanVersion {
  const { id } = namedPlan(context);
  const wanted = context.params['versionId'] ?? '';
  const found = planVersion(context.organisation, id, wanted);
  if (!found) throw notFound('version of caseplan', wanted);
  return found;
}

/** The latest version of the plan in the path, which has to be a draft. PlatformError 404 or 409. */
export function namedDraft(context: Context): PlanVersion {
  const plan = namedPlan(context);
  requireDraft(plan);
  const found = planVersion(context.organisation, plan.id, plan['latest']);
  if (!found) throw notFound('version of caseplan', String(plan['latest']));
  return found;
}

function publish(context: Context): Reply {
  const before = namedPlan(context);
  if (before['versionState'] !== 'Draft') throw conflict(`The caseplan with id ${before.id} has no draft to publish.`);
  const datePublished = isoDate(context.now);
  return store(context, { ...before, versionState: 'Published', published: before['latest'], datePublished }, before);
}

function draftNext(context: Context): Reply {
  const before = namedPlan(context);
  if (before['versionState'] === 'Draft') throw conflict(`The caseplan with id ${before.id} already has a draft.`);
  const latest = planVersion(context.organisation, before.id, before['latest']);
  const version = Number(before['latest']) + 1;
  if (latest) putVersion(context.organisation, { ...latest, version });
  return store(context, { ...before, latest: version, versionState: 'Draft' }, before);
}

function store(context: Context, entity: Entity, before: Entity): Reply {
  const stored = storeEntity(context, caseplanType, { entity, before });
  return { status: 200, body: shownTo(context, caseplanType, stored) };
}

function getVersion(context: Context): Reply {
  const plan = namedVersion(context).plan as Entity;
  return { status: 200, body: shownTo(context, caseplanType, plan) };
}

function changeIntake(context: Context): Reply {
  const draft = namedDraft(context);
  const { intakeSettings } = checkBody(context.body, 'IntakeSettingsUpdate');
  const settings = prunedTo(intakeSettings ?? [], 'Array<IntakeSetting>') as PlanVersion['intakeSettings'];
  putVersion(context.organisation, { ...draft, intakeSettings: settings });
  const entity = { id: draft.caseplanId, name: textOf(draft.plan, 'name') };
  recordAudit(context, { ...caseplanType.audit, action: 'Update', entity });
  return listed(settings);
}

function listed(entities: readonly object[]): Reply {
  return { status: 200, body: { entities } };
}
