import type { ContentSnapshot, ResourceDescriptor } from '../../core/resource/index.ts';
import { platformError } from '../errors.ts';
import type { ResourceContext } from '../resource/context.ts';
import { readObject } from '../resource/read.ts';
import { awaitJob, textAt } from './job.ts';
import { download } from './presigned.ts';
import type { FlowJobs } from './publish.ts';

const exportPatienceMs = 5 * 60_000;

/** The published text of a flow by an export job of exactly that version; undefined when nothing was ever published. SB4015. */
export async function exportContent(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  capability: FlowJobs,
  id: string,
): Promise<ContentSnapshot | undefined> {
  const flow = await readObject(context, descriptor.type, id);
  const revision = flow === undefined ? undefined : textAt(flow.body, descriptor.content?.revision.split('.') ?? []);
  if (revision === undefined) return undefined;
  const { body } = await context.client.call({
    method: 'POST',
    path: capability.exportPath,
    body: { flows: [{ flow: { id, version: revision }, exportType: 'Yaml' }] },
    repeatable: true,
  });
  const jobId = textAt(body, ['id']) ?? '';
  const ended = await awaitJob(context.client, { path: capability.exportPath, id: jobId }, exportPatienceMs);
  if (ended?.downloadUrl === undefined) {
    const why = ended === undefined ? 'the job did not end in time' : ended.messages.join(' | ') || 'no message';
    throw platformError('SB4015', {
      message: `The flow ${id} could not be exported: ${why}.`,
      failure: 'unavailable',
      context: { id, jobId },
    });
  }
  return { text: await download(context.client, ended.downloadUrl), revision };
}
