import type { TestWorld } from '../../testing/world.ts';
import type { SimulatorResponse } from '../../wire/message.ts';

type Body = Readonly<Record<string, unknown>>;

/** Publishes a YAML text to the end of its job and returns the job with its messages. */
export async function publish(world: TestWorld, text: string): Promise<Body> {
  const job = await world.call('POST', '/api/v2/flows/jobs');
  await publishText(world, job.body, text);
  world.clock.advance(1000);
  return (await world.call('GET', `/api/v2/flows/jobs/${String(job.body['id'])}?expand=messages`)).body;
}

/** Uploads a text to the presigned address of a registered job, with the headers that came with it. */
export function publishText(world: TestWorld, job: Body, text: string): Promise<SimulatorResponse> {
  const headers = job['headers'] as Readonly<Record<string, string>>;
  return world.simulator.handle({ method: 'PUT', path: pathOf(job['presignedUrl']), headers, body: text });
}

/** The exported YAML of the published version of a flow; throws with the job's messages when there is none. */
export async function exportFlow(world: TestWorld, flow: Body): Promise<string> {
  const job = await world.call('POST', '/api/v2/flows/export/jobs', { flows: [{ flow, exportType: 'Yaml' }] });
  world.clock.advance(1000);
  const done = await world.call('GET', `/api/v2/flows/export/jobs/${String(job.body['id'])}?expand=messages`);
  if (done.body['status'] !== 'Success') throw new Error(JSON.stringify(done.body));
  const file = await world.simulator.handle({ method: 'GET', path: pathOf(done.body['downloadUrl']), headers: {} });
  return Buffer.from(file.body).toString('utf8');
}

function pathOf(url: unknown): string {
  const { pathname, search } = new URL(String(url), 'http://simulator');
  return pathname + search;
}
