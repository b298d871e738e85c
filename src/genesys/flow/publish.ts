import { isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { ApiCapability, LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { WriteContext } from '../../engine/index.ts';
import { failureOf, platformError } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { readObject } from '../resource/read.ts';
import { awaitJob, readJob, textAt, type JobState } from './job.ts';
import { upload } from './presigned.ts';
import { inPartsOfOneWrite } from '../resource/write-parts.ts';

/** The capability of types whose content goes through Architect jobs. */
export type FlowJobs = Extract<ApiCapability, { kind: 'flow-jobs' }>;

const publishPatienceMs = 16 * 60_000;
/** How long a job may stay without its upload after an upload whose answer was lost. */
const lostUploadPatienceMs = 60_000;

/**
 * Publishes a text: a job is registered and handed to `recordTicket`, then the text is uploaded, then the job is
 * awaited. Creating and updating are the same, since Architect finds the flow by the type and name in the text.
 * SB4013 with the job's messages when Architect refuses; SB4014 when the job does not end.
 */
export async function publishContent(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: FlowJobs,
  write: WriteContext,
): Promise<LiveObject> {
  const { client } = context;
  const job = await registerJob(context, capability);
  await write.recordTicket({ jobId: job.id });
  const sent = await upload(client, job, write.content ?? '');
  if (sent.kind === 'refused' || sent.kind === 'unsent') {
    const failure = sent.kind === 'refused' ? 'rejected' : 'unavailable';
    throw platformError('SB4013', {
      message: `The flow could not be uploaded (${sent.reason}).`,
      failure,
      context: { jobId: job.id },
    });
  }
  const patienceMs = sent.kind === 'taken' ? publishPatienceMs : lostUploadPatienceMs;
  // Once the text may be there the job goes on by itself, whether or not it can be watched.
  const ended = await inPartsOfOneWrite(true, () =>
    awaitJob(client, { path: capability.publishPath, id: job.id }, patienceMs),
  );
  return publishedFlow(context, descriptor, { jobId: job.id, ended });
}

/** What became of a publish job whose caller died. */
export async function settleJob(
  context: ResourceContext,
  capability: FlowJobs,
  ticket: JsonObject,
): Promise<{ readonly state: 'done'; readonly id: string } | { readonly state: 'failed' | 'running' | 'unknown' }> {
  const jobId = textAt(ticket, ['jobId']);
  if (jobId === undefined) return { state: 'unknown' };
  const ended = await unlessGone(() => awaitJob(context.client, { path: capability.publishPath, id: jobId }, 5_000));
  if (ended === 'gone') return { state: 'unknown' };
  const state = ended ?? (await readJob(context.client, capability.publishPath, jobId));
  if (state.status === 'Success')
    return state.flowId === undefined ? { state: 'unknown' } : { state: 'done', id: state.flowId };
  if (state.status === 'Failure') return { state: 'failed' };
  // Registered: nothing was uploaded, as far as the platform knows. The published version tells.
  return { state: state.status === 'Started' ? 'running' : 'unknown' };
}

interface RegisteredJob {
  readonly id: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Registering does nothing yet, so it may be repeated. */
async function registerJob(context: ResourceContext, capability: FlowJobs): Promise<RegisteredJob> {
  const { body } = await context.client.call({ method: 'POST', path: capability.publishPath, repeatable: true });
  const id = textAt(body, ['id']);
  const url = textAt(body, ['presignedUrl']);
  if (id === undefined || url === undefined) {
    throw platformError('SB4012', {
      message: `POST ${capability.publishPath}: the answer has no job.`,
      failure: 'unavailable',
    });
  }
  return { id, url, headers: textsIn(valueAt(body, ['headers'])) };
}

async function publishedFlow(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  job: { readonly jobId: string; readonly ended: JobState | undefined },
): Promise<LiveObject> {
  const { jobId, ended } = job;
  if (ended === undefined) {
    throw platformError('SB4014', {
      message: `The publish job ${jobId} did not end in time.`,
      failure: 'unknown',
      context: { jobId },
    });
  }
  if (ended.status === 'Failure') {
    const message = `Architect did not publish the flow: ${ended.messages.join(' | ') || 'no message'}`;
    throw platformError('SB4013', { message, failure: 'rejected', context: { jobId, messages: ended.messages } });
  }
  const id = ended.flowId ?? '';
  const flow = await inPartsOfOneWrite(true, () => readWhenVisible(context, descriptor, id));
  return flow ?? { id, body: { id } };
}

/** A flow that was just created may stay unreadable for a while. */
async function readWhenVisible(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  id: string,
): Promise<LiveObject | undefined> {
  const { clock } = context.client;
  const deadline = clock.now() + descriptor.visibilityLagMs;
  for (let pauseMs = 250; ; pauseMs *= 2) {
    const flow = await readObject(context, descriptor.type, id);
    if (flow !== undefined || clock.now() + pauseMs > deadline) return flow;
    await clock.sleep(pauseMs);
  }
}

async function unlessGone<Result>(run: () => Promise<Result>): Promise<Result | 'gone'> {
  try {
    return await run();
  } catch (error) {
    if (failureOf(error) === 'gone') return 'gone';
    throw error;
  }
}

function textsIn(value: Json | undefined): Readonly<Record<string, string>> {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : [])),
  );
}
