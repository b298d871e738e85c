import type { Context, OpenContext } from '../../context.ts';
import type { OpenRoute, Route, TimerHandler } from '../../feature.ts';
import type { JsonObject } from '../../kernel/values.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { PlatformError } from '../../wire/platform-error.ts';
import { queryList } from '../../wire/query.ts';
import { publishFlow } from '../flow/write-flow.ts';
import { architectSettings } from './architect-settings.ts';
import { checkFlowText } from './check-flow.ts';
import {
  contextOfJob,
  errorMessages,
  jobWith,
  keepJob,
  presignedJob,
  registerJob,
  requestedJob,
  type Job,
} from './job-record.ts';

/** Kind of the timer that ends a publish job. */
export const publishTimer = 'flow-publish-job';

/** Publish jobs: register, then upload the YAML to the presigned address, then ask how it went. */
export const publishJobRoutes: readonly Route[] = [
  { method: 'POST', path: '/api/v2/flows/jobs', permissions: { all: ['architect:job:create'] }, handle: register },
  { method: 'GET', path: '/api/v2/flows/jobs/{jobId}', permissions: { all: ['architect:job:view'] }, handle: read },
];

/** The presigned upload; it needs exactly the headers that came with its address. */
export const uploadRoute: OpenRoute = {
  method: 'PUT',
  path: '/uploads/flows/{organisationId}/{jobId}',
  handle: upload,
};

/** Publishes what was uploaded, at the end of the job. */
export const endPublishJob: TimerHandler = (world, organisation, timer) => {
  const job = jobWith(organisation, timer.subject);
  if (!job) return;
  keepJob(organisation, { ...job, ...outcomeOf(contextOfJob(world, organisation, job), job.content ?? '') });
};

function register(context: Context): Reply {
  const { organisation, baseUrl } = context;
  const job = registerJob(context, { command: 'Publish', status: 'Registered' });
  return {
    status: 200,
    body: {
      id: job.id,
      presignedUrl: `${baseUrl}/uploads/flows/${organisation.id}/${job.id}?signature=${job.signature}`,
      headers: uploadHeaders(organisation.id, job),
      selfUri: `/api/v2/flows/jobs/${job.id}`,
    },
  };
}

function uploadHeaders(organisationId: string, job: Job): Readonly<Record<string, string>> {
  return { 'x-amz-meta-organizationid': organisationId, 'x-amz-meta-jobid': job.id };
}

function upload(open: OpenContext): Reply {
  const found = presignedJob(open);
  if (!found || found.job.command !== 'Publish') return denied('SignatureDoesNotMatch');
  const { organisation, job } = found;
  const missing = Object.entries(uploadHeaders(organisation.id, job)).find(
    ([name, value]) => open.headers[name] !== value,
  );
  if (missing) return denied(`SignatureDoesNotMatch: header ${missing[0]}`);
  if (job.status === 'Registered') {
    keepJob(organisation, { ...job, status: 'Started', content: Buffer.from(open.rawBody).toString('utf8') });
    const delayMs = architectSettings(organisation).publishJobMs;
    startTimer(organisation, open.now, { kind: publishTimer, subject: job.id, delayMs });
  }
  return { status: 200 };
}

function denied(code: string): Reply {
  return { status: 403, body: `<Error><Code>${code}</Code></Error>`, headers: { 'Content-Type': 'application/xml' } };
}

function outcomeOf(context: Context, text: string): Pick<Job, 'status' | 'messages'> & { readonly flowId?: string } {
  try {
    const checked = checkFlowText(context, text);
    if (checked.kind === 'refused')
      return { status: 'Failure', messages: errorMessages(context.now, checked.problems) };
    return { status: 'Success', messages: [], flowId: publishFlow(context, checked.publication).id };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { status: 'Failure', messages: errorMessages(context.now, [error.message]) };
  }
}

function read(context: Context): Reply {
  return { status: 200, body: jobBody(context, requestedJob(context, 'Publish'), '/api/v2/flows/jobs') };
}

/** A job as GET answers it; messages only when `expand=messages` asks for them. */
export function jobBody(context: Context, job: Job, path: string): JsonObject {
  return {
    id: job.id,
    status: job.status,
    command: job.command,
    ...(job.flowId === undefined ? {} : { flow: { id: job.flowId, selfUri: `/api/v2/flows/${job.flowId}` } }),
    ...(queryList(context.query, 'expand').includes('messages') ? { messages: job.messages } : {}),
    selfUri: `${path}/${job.id}`,
  };
}
