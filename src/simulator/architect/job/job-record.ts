import { authorityOf } from '../../access/grants.ts';
import type { Context, Caller, OpenContext } from '../../context.ts';
import { isoDate } from '../../kernel/clock.ts';
import type { Entity } from '../../kernel/values.ts';
import { uuidFrom } from '../../kernel/ids.ts';
import type { Organisation } from '../../state/organisation.ts';
import { notFound } from '../../wire/platform-error.ts';
import type { World } from '../../world.ts';

/** One line of a job's report. */
export type JobMessage = {
  readonly dateTime: string;
  readonly type: 'Error' | 'Warning' | 'Unknown';
  readonly text: string;
};

/** A job of Architect: publishing an uploaded file, validating flows, or exporting a flow. */
export type Job = Entity & {
  readonly command: 'Publish' | 'Validate' | 'Export';
  readonly status: 'Registered' | 'Started' | 'Success' | 'Failure';
  /** Who registered it; what that caller may do is looked up when the job ends. */
  readonly caller: Omit<Caller, 'authority'>;
  readonly correlationId: string;
  /** Proof in presigned addresses. */
  readonly signature: string;
  readonly messages: readonly JobMessage[];
  readonly flowId?: string;
  /** The uploaded or the exported text. */
  readonly content?: string;
  /** Where presigned addresses point, as the caller addressed the simulator. */
  readonly baseUrl: string;
  /** What is asked for, of validate and export jobs. */
  readonly wanted?: readonly WantedFlow[];
};

/** A flow as a job names it. */
export type WantedFlow = {
  readonly id?: string;
  readonly name?: string;
  readonly type?: string;
  readonly version?: string;
  readonly exportType?: string;
};

const shelf = 'flow.jobs';

/** Stores a new job and returns it. */
export function registerJob(
  context: Context,
  wish: { readonly command: Job['command']; readonly status: Job['status']; readonly wanted?: readonly WantedFlow[] },
): Job {
  const id = context.organisation.ids.next();
  const { kind, subjectId, clientId, userId } = context.caller;
  const job: Job = {
    ...wish,
    id,
    caller: { kind, subjectId, clientId, userId },
    correlationId: context.correlationId,
    signature: uuidFrom(`${context.world.seed}/signature/${id}`),
    messages: [],
    baseUrl: context.baseUrl,
  };
  return keepJob(context.organisation, job);
}

/** Replaces a job. */
export function keepJob(organisation: Organisation, job: Job): Job {
  organisation.ledger(shelf).put(job);
  return job;
}

/** The job with the id; undefined when there is none. */
export function jobWith(organisation: Organisation, id: string): Job | undefined {
  const found = organisation.ledger(shelf).current(id);
  return found && isJob(found) ? found : undefined;
}

/** The job that a request names, of one command. PlatformError 404. */
export function requestedJob(context: Context, command: Job['command']): Job {
  const id = context.params['jobId'] ?? '';
  const job = jobWith(context.organisation, id);
  if (job?.command !== command) throw notFound('job', id);
  return job;
}

/** The organisation and job behind a presigned address with the right signature; undefined otherwise. */
export function presignedJob(
  open: OpenContext,
): { readonly organisation: Organisation; readonly job: Job } | undefined {
  const organisation = open.world.organisations.get(open.params['organisationId'] ?? '');
  const job = organisation && jobWith(organisation, open.params['jobId'] ?? '');
  return job && job.signature === open.query.get('signature') ? { organisation, job } : undefined;
}

/** A context in which the end of a job writes, in the name of who registered it. */
export function contextOfJob(world: World, organisation: Organisation, job: Job): Context {
  return {
    world,
    organisation,
    caller: { ...job.caller, authority: authorityOf(organisation, job.caller.subjectId) },
    body: undefined,
    method: 'POST',
    pathname: '/api/v2/flows/jobs',
    params: {},
    query: new URLSearchParams(),
    headers: {},
    rawBody: '',
    correlationId: job.correlationId,
    remoteIp: '127.0.0.1',
    baseUrl: job.baseUrl,
    now: world.clock.now(),
  };
}

/** Error lines of now. */
export function errorMessages(now: number, texts: readonly string[]): readonly JobMessage[] {
  return texts.map((text) => ({ dateTime: isoDate(now), type: 'Error', text }));
}

function isJob(entity: Entity): entity is Job {
  return typeof entity['command'] === 'string' && typeof entity['status'] === 'string';
}
