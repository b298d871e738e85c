import type { Context } from '../../context.ts';
import type { Route, TimerHandler } from '../../feature.ts';
import { refId } from '../../kernel/values.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { configurationInText } from '../architect-file/configuration.ts';
import { resolveContent } from '../content/resolve-content.ts';
import { contentOf } from '../flow/flow-versions.ts';
import { architectSettings } from './architect-settings.ts';
import { checkFlowText } from './check-flow.ts';
import { contextOfJob, errorMessages, jobWith, keepJob, registerJob, requestedJob } from './job-record.ts';
import { jobBody } from './publish-jobs.ts';
import { lookUpFlow, wantedFlows } from './wanted-flows.ts';
import type { WantedFlow } from './job-record.ts';

/** Kind of the timer that ends a validate job. */
export const validateTimer = 'flow-validate-job';

const path = '/api/v2/flows/validate/jobs';

/** Validate jobs: whether the flows, as they are stored, could be published now. They write nothing. */
export const validateJobRoutes: readonly Route[] = [
  { method: 'POST', path, permissions: { all: ['architect:jobValidate:create'] }, handle: register },
  { method: 'GET', path: `${path}/{jobId}`, permissions: { all: ['architect:jobValidate:view'] }, handle: read },
];

/** Checks the flows, at the end of the job. */
export const endValidateJob: TimerHandler = (world, organisation, timer) => {
  const job = jobWith(organisation, timer.subject);
  if (!job) return;
  const context = contextOfJob(world, organisation, job);
  const problems = (job.wanted ?? []).flatMap((wanted) => problemsOf(context, wanted));
  keepJob(organisation, {
    ...job,
    status: problems.length === 0 ? 'Success' : 'Failure',
    messages: errorMessages(context.now, problems),
  });
};

function register(context: Context): Reply {
  const wanted = wantedFlows(context);
  for (const flow of wanted) lookUpFlow(context, flow);
  const job = registerJob(context, { command: 'Validate', status: 'Started', wanted });
  const delayMs = architectSettings(context.organisation).exportJobMs;
  startTimer(context.organisation, context.now, { kind: validateTimer, subject: job.id, delayMs });
  return {
    status: 200,
    body: { id: job.id, status: 'Registered', totalFlows: wanted.length, selfUri: `${path}/${job.id}` },
  };
}

function read(context: Context): Reply {
  return { status: 200, body: jobBody(context, requestedJob(context, 'Validate'), path) };
}

function problemsOf(context: Context, wanted: WantedFlow): readonly string[] {
  const found = lookUpFlow(context, wanted);
  if ('problem' in found) return [found.problem];
  const versionId = wanted.version ?? refId(found.flow['savedVersion']) ?? found.versionId;
  const content = contentOf(context.organisation, found.flow.id, versionId) ?? '';
  if (configurationInText(content)) return resolveContent(context.organisation, content).problems;
  const checked = checkFlowText(context, content);
  return checked.kind === 'refused' ? checked.problems : [];
}
