import type { Context, OpenContext } from '../../context.ts';
import type { OpenRoute, Route, TimerHandler } from '../../feature.ts';
import { textOf, type Entity } from '../../kernel/values.ts';
import { startTimer } from '../../state/timers.ts';
import type { Reply } from '../../wire/message.ts';
import { badRequest, PlatformError } from '../../wire/platform-error.ts';
import { architectFile, configurationInText } from '../architect-file/configuration.ts';
import { configurationOf } from '../content/platform-form.ts';
import { contentOf } from '../flow/flow-versions.ts';
import { architectSettings } from './architect-settings.ts';
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
import { jobBody } from './publish-jobs.ts';
import { lookUpFlow, wantedFlows } from './wanted-flows.ts';

/** Kind of the timer that ends an export job. */
export const exportTimer = 'flow-export-job';

const path = '/api/v2/flows/export/jobs';

/** Export jobs, one flow each; registering is limited more tightly than other requests. */
export const exportJobRoutes: readonly Route[] = [
  { method: 'POST', path, permissions: { all: ['architect:jobExport:create'] }, handle: register },
  { method: 'GET', path: `${path}/{jobId}`, permissions: { all: ['architect:jobExport:view'] }, handle: read },
];

/** The presigned download of an exported flow. */
export const downloadRoute: OpenRoute = {
  method: 'GET',
  path: '/downloads/flows/{organisationId}/{jobId}',
  handle: download,
};

/** Writes the text of the flow out, at the end of the job. */
export const endExportJob: TimerHandler = (world, organisation, timer) => {
  const job = jobWith(organisation, timer.subject);
  if (!job) return;
  keepJob(organisation, { ...job, ...exported(contextOfJob(world, organisation, job), job) });
};

function register(context: Context): Reply {
  spendExport(context);
  const wanted = wantedFlows(context);
  if (wanted.length > 1) throw badRequest('The simulator exports one flow per job.', 'too.many.flows');
  const job = registerJob(context, { command: 'Export', status: 'Started', wanted });
  const delayMs = architectSettings(context.organisation).exportJobMs;
  startTimer(context.organisation, context.now, { kind: exportTimer, subject: job.id, delayMs });
  return {
    status: 200,
    body: { id: job.id, status: 'Registered', totalFlows: wanted.length, selfUri: `${path}/${job.id}` },
  };
}

function spendExport(context: Context): void {
  const allowed = architectSettings(context.organisation).exportJobsPerMinute;
  const key = `flow-export/${context.organisation.id}/${context.caller.subjectId}`;
  const allowance = context.world.limiter.spend(key, allowed, context.now);
  if (allowance.passes) return;
  throw new PlatformError(
    429,
    'too.many.requests',
    `Rate limit exceeded the maximum [${allowed}] export jobs within [60] seconds`,
    {
      limit: { key: 'flows.export.jobs.rate.per.minute', namespace: 'architect', value: allowed },
      headers: { 'Retry-After': String(allowance.resetSeconds) },
    },
  );
}

function read(context: Context): Reply {
  const job = requestedJob(context, 'Export');
  const downloadUrl = `${context.baseUrl}/downloads/flows/${context.organisation.id}/${job.id}?signature=${job.signature}`;
  return {
    status: 200,
    body: { ...jobBody(context, job, path), ...(job.status === 'Success' ? { downloadUrl } : {}) },
  };
}

function exported(context: Context, job: Job): Partial<Job> {
  const [wanted = {}] = job.wanted ?? [];
  const failure = (problem: string): Partial<Job> => ({
    status: 'Failure',
    messages: errorMessages(context.now, [problem]),
  });
  try {
    const found = lookUpFlow(context, wanted);
    if ('problem' in found) return failure(found.problem);
    const text = contentOf(context.organisation, found.flow.id, found.versionId);
    if (text === undefined) return failure(`The flow has no version ${found.versionId}.`);
    const isYaml = wanted.exportType === 'Yaml';
    if (isYaml && configurationInText(text)) return failure(notInYaml(found.flow));
    const content = isYaml ? text : architectFile(configurationOf(text));
    return { status: 'Success', content, flowId: found.flow.id };
  } catch (error) {
    if (error instanceof PlatformError) return failure(error.message);
    throw error;
  }
}

/** The simulator does not know how Architect writes its own form as YAML. */
function notInYaml(flow: Entity): string {
  return `The flow '${textOf(flow, 'name')}' was imported from an .i3 file; the simulator exports it as Architect file only.`;
}

function download(open: OpenContext): Reply {
  const found = presignedJob(open);
  if (found?.job.content === undefined || found.job.command !== 'Export') {
    return {
      status: 403,
      body: '<Error><Code>AccessDenied</Code></Error>',
      headers: { 'Content-Type': 'application/xml' },
    };
  }
  return { status: 200, body: found.job.content, headers: { 'Content-Type': 'application/octet-stream' } };
}
