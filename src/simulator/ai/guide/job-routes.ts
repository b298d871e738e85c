import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import { auditOf, recordAudit } from '../../entity/audit.ts';
import { deleteEntity } from '../../entity/write.ts';
import type { Route, TimerHandler } from '../../feature.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import { permissionsFor } from '../../model/description.ts';
import type { Collection } from '../../state/collection.ts';
import type { Organisation } from '../../state/organisation.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { guideType } from './guide-type.ts';
import { namedVersion, shownGuideVersion } from './version-routes.ts';
import { forgetVersions, versionsIn } from './version-store.ts';

const delayMs = 500;
const timer = 'guide.job';

/** Deleting a guide and making a version ready are jobs, which end after a moment; a guide is gone at once. */
export const guideJobRoutes: readonly Route[] = [
  describedRoute('deleteGuideJobs', remove),
  describedRoute('getGuideJob', (context) => get(context, shownJob)),
  describedRoute('postGuideVersionJobs', publish),
  describedRoute('getGuideVersionJob', (context) => get(context, shownPublishJob)),
];

/** What the timer does: a job succeeds, and the version that it is about becomes ready. */
export const guideTimers: Readonly<Record<string, TimerHandler>> = {
  [timer]: (_world, organisation, { subject }) => {
    const job = jobsIn(organisation).current(subject);
    if (!job) return;
    jobsIn(organisation).put({ ...job, status: 'Succeeded' });
    const version = versionsIn(organisation).current(textOf(job, 'versionId'));
    if (version) versionsIn(organisation).put({ ...version, state: job['state'] });
  },
};

function remove(context: Context): Reply {
  const id = context.params['guideId'] ?? '';
  const deletable = { ...guideType, delete: { permissions: permissionsFor('deleteGuideJobs') } };
  deleteEntity(context, deletable, id);
  forgetVersions(context.organisation, id);
  return { status: 202, body: shownJob(startJob(context, { guideId: id })) };
}

function publish(context: Context): Reply {
  const version = namedVersion(context);
  const { guideVersion } = checkBody(context.body, 'GuideVersionPublishJobRequest');
  const state = isObject(guideVersion) ? (guideVersion['state'] ?? 'ProductionReady') : 'ProductionReady';
  const job = startJob(context, { guideId: version['guideId'], versionId: version.id, state });
  recordAudit(context, {
    ...auditOf({ service: 'AIStudio', entityType: 'GuideVersion' }, version, version),
    action: 'Publish',
  });
  return { status: 202, body: shownPublishJob(job, context.organisation) };
}

function startJob({ organisation, now }: Context, facts: JsonObject): Entity {
  const job = { ...facts, id: organisation.ids.next(), status: 'InProgress' };
  jobsIn(organisation).put(job);
  startTimer(organisation, now, { kind: timer, subject: job.id, delayMs });
  return job;
}

function get(context: Context, show: (job: Entity, organisation: Organisation) => JsonObject): Reply {
  const id = context.params['jobId'] ?? '';
  const job = jobsIn(context.organisation).current(id);
  if (!job || job['guideId'] !== context.params['guideId']) throw notFound('guide job', id);
  return { status: 200, body: show(job, context.organisation) };
}

function shownJob({ id, status, guideId }: Entity): JsonObject {
  const guide = { id: guideId, selfUri: `/api/v2/guides/${String(guideId)}` };
  return { id, status, guide, errors: [], selfUri: `${guide.selfUri}/jobs/${id}` };
}

function shownPublishJob(job: Entity, organisation: Organisation): JsonObject {
  const version = versionsIn(organisation).current(textOf(job, 'versionId'));
  const shown = version === undefined ? undefined : shownGuideVersion(version);
  const place = shown === undefined ? `/api/v2/guides/${String(job['guideId'])}` : String(shown['selfUri']);
  return { ...shownJob(job), ...(shown && { guideVersion: shown }), selfUri: `${place}/jobs/${job.id}` };
}

function jobsIn(organisation: Organisation): Collection {
  return organisation.ledger('guide.jobs');
}
