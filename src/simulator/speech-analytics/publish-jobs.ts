import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { recordAudit } from '../entity/audit.ts';
import type { Route, TimerHandler } from '../feature.ts';
import { isoDate } from '../kernel/clock.ts';
import { stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';
import { startTimer } from '../state/timers.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { topicType } from './topic.ts';

const delayMs = 500;
const timer = 'speech-analytics.publish';

/** Publishing topics is a job, which ends after a moment. */
export const publishJobRoutes: readonly Route[] = [
  describedRoute('postSpeechandtextanalyticsTopicsPublishjobs', start),
  describedRoute('getSpeechandtextanalyticsTopicsPublishjob', get),
];

/** What the timer does: the topics of a job are published as they are then. */
export const publishTimers: Readonly<Record<string, TimerHandler>> = {
  [timer]: (_world, organisation, { subject, at }) => {
    const job = jobsIn(organisation).current(subject);
    if (!job) return;
    const date = isoDate(at);
    const topics = organisation.collection(topicType.name);
    for (const id of stringsOf(job['topicIds'])) {
      const topic = topics.current(id);
      if (topic) topics.put({ ...topic, published: true, datePublished: date, publishedBy: job['createdBy'] });
    }
    jobsIn(organisation).put({ ...job, state: 'Completed', dateModified: date });
  },
};

function start(context: Context): Reply {
  const { organisation, caller, now } = context;
  const { topicIds } = checkBody(context.body, 'TopicJobRequest');
  const topics = stringsOf(topicIds).map((id) => namedTopic(organisation, id));
  const date = isoDate(now);
  const job: Entity = {
    id: organisation.ids.next(),
    state: 'Running',
    topicIds: topics.map(({ id }) => id),
    createdBy: { id: caller.subjectId },
    dateCreated: date,
    dateModified: date,
  };
  jobsIn(organisation).put(job);
  startTimer(organisation, now, { kind: timer, subject: job.id, delayMs });
  for (const topic of topics) {
    const entity = { id: topic.id, name: textOf(topic, 'name') };
    recordAudit(context, { ...topicType.audit, action: 'Publish', entity });
  }
  return { status: 200, body: shown(organisation, job) };
}

function get({ organisation, params }: Context): Reply {
  const id = params['jobId'] ?? '';
  const job = jobsIn(organisation).current(id);
  if (!job) throw notFound('publish job', id);
  return { status: 200, body: shown(organisation, job) };
}

function shown(organisation: Organisation, { topicIds, ...job }: Entity): JsonObject {
  const topics = stringsOf(topicIds).map((id) => ({
    id,
    name: textOf(organisation.collection(topicType.name).current(id) ?? {}, 'name'),
    selfUri: `${topicType.path}/${id}`,
  }));
  return { ...job, topics, selfUri: `${topicType.path}/publishjobs/${String(job['id'])}` };
}

function namedTopic(organisation: Organisation, id: string): Entity {
  const topic = organisation.collection(topicType.name).current(id);
  if (!topic) throw notFound('topic', id);
  return topic;
}

function jobsIn(organisation: Organisation): Collection {
  return organisation.ledger('speechandtextanalytics_topic.publishjobs');
}
