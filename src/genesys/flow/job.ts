import { isJsonArray, isJsonObject, valueAt, type Json, type JsonObject } from '../../core/index.ts';
import type { GenesysClient } from '../client/client.ts';

/** Where an Architect job stands. */
export interface JobState {
  readonly status: 'Registered' | 'Started' | 'Success' | 'Failure';
  readonly flowId?: string | undefined;
  /** Only export jobs, when they succeeded. A presigned address: as good as a secret. */
  readonly downloadUrl?: string | undefined;
  /** Texts of errors and warnings, in order. */
  readonly messages: readonly string[];
}

/** Reads a job once. Statuses that the facts do not name count as started. */
export async function readJob(client: GenesysClient, path: string, jobId: string): Promise<JobState> {
  const { body } = await client.call({
    method: 'GET',
    path: `${path}/{jobId}`,
    params: { jobId },
    query: { expand: 'messages' },
    repeatable: true,
  });
  const status = textAt(body, ['status']);
  const messages = valueAt(body, ['messages']);
  return {
    status: status === 'Registered' || status === 'Success' || status === 'Failure' ? status : 'Started',
    flowId: textAt(body, ['flow', 'id']),
    downloadUrl: textAt(body, ['downloadUrl']),
    messages: isJsonArray(messages) ? messages.filter(isJsonObject).map(messageLine) : [],
  };
}

/** Polls with growing pauses (0.25 s to 15 s) until the job ends or patience does; undefined when it did not end. */
export async function awaitJob(
  client: GenesysClient,
  job: { readonly path: string; readonly id: string },
  patienceMs: number,
): Promise<JobState | undefined> {
  const deadline = client.clock.now() + patienceMs;
  for (let pauseMs = 250; ; pauseMs = Math.min(pauseMs * 2, 15_000)) {
    const state = await readJob(client, job.path, job.id);
    if (state.status === 'Success' || state.status === 'Failure') return state;
    if (client.clock.now() + pauseMs > deadline) return undefined;
    await client.clock.sleep(pauseMs);
  }
}

function messageLine(message: JsonObject): string {
  const details = message['details'];
  const lines = isJsonArray(details)
    ? details.filter(isJsonObject).map((detail) =>
        Object.values(detail)
          .filter((part) => typeof part === 'string')
          .join(' '),
      )
    : [];
  return [`${textAt(message, ['type']) ?? 'Message'}: ${textAt(message, ['text']) ?? ''}`, ...lines].join('; ');
}

/** The text at a path of an answer, or undefined. */
export function textAt(value: Json | undefined, path: readonly string[]): string | undefined {
  const found = valueAt(value, path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}
