import { setTimeout as wait } from 'node:timers/promises';
import type { SdkSession } from './sdk.ts';

/** Publishes Architect YAML the way the public API wants it: a job, an upload, and asking until it is done. Returns the id. */
export async function publishFlow({ architect }: SdkSession, yaml: string): Promise<string> {
  const job = await architect.postFlowsJobs();
  const upload = await fetch(job.presignedUrl, { method: 'PUT', headers: job.headers, body: yaml });
  if (!upload.ok) throw new Error(`the upload of a flow answered ${upload.status}`);
  for (;;) {
    const { status, flow, messages } = await architect.getFlowsJob(job.id, { expand: ['messages'] });
    if (status === 'Success') return flow?.id ?? '';
    if (status === 'Failure') throw new Error(`a flow was refused: ${messages?.map(({ text }) => text).join(' ')}`);
    await wait(50);
  }
}
