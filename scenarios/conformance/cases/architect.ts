import { setTimeout } from 'node:timers/promises';
import type { Body, Case } from '../case.ts';
import { callSdk } from '../sdk-client.ts';

const schema = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  type: 'object',
  properties: {
    key: { title: 'Day', type: 'string' },
    open: { title: 'Open', type: 'boolean', $id: '/properties/open' },
  },
  required: ['key'],
  additionalProperties: false,
};

/** What the suite is told of Architect's types. */
export const architectCases: Readonly<Record<string, Case>> = {
  architect_datatable: { create: { schema }, values: async () => ({ expand: ['schema'] }) },
  architect_datatable_row: {
    create: { key: 'monday', open: true },
    update: { key: 'monday', open: false },
    values: async () => ({ showbrief: false }),
    idOf: (row) => String(row['key']),
  },
  architect_grammar_language: {
    create: { language: 'en-us' },
    update: { voiceFileMetadata: { fileName: 'numbers.grxml', fileType: 'Grxml' } },
    idOf: (language) => String(language['language']),
  },
  architect_schedules: {
    create: { start: '2026-01-01T08:00:00.000', end: '2026-01-01T17:00:00.000', rrule: 'FREQ=DAILY' },
  },
  architect_user_prompt: { create: { name: 'Conformance_prompt' }, update: { description: 'another' } },
  flow: {
    find: () => publishFlow('Needed workflow', 'first'),
    settle: (_made, job) => uploadFlow(job, 'Conformance workflow', 'first'),
    update: { description: 'second' },
    settleUpdate: (_made, job) => uploadFlow(job, 'Conformance workflow', 'second'),
  },
  flow_loglevel: {
    create: { logLevelCharacteristics: { level: 'Base' } },
    update: { logLevelCharacteristics: { level: 'All' } },
  },
};

async function publishFlow(name: string, description: string): Promise<string> {
  const { body } = await callSdk('postFlowsJobs', {});
  return uploadFlow(body as Body, name, description);
}

/** Puts a workflow where the job wants it, waits for the job's end, and returns the id of the flow. */
async function uploadFlow(job: Body, name: string, description: string): Promise<string> {
  const headers = job['headers'] as Readonly<Record<string, string>>;
  const text = `workflow:\n  name: ${name}\n  description: ${description}\n`;
  await fetch(String(job['presignedUrl']), { method: 'PUT', headers, body: text });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { body } = await callSdk('getFlowsJob', { jobId: job['id'], expand: ['messages'] });
    const { status, flow, messages } = body as { status: string; flow?: { id: string }; messages: unknown };
    if (status === 'Success' && flow) return flow.id;
    if (status === 'Failure') throw new Error(JSON.stringify(messages));
    await setTimeout(50);
  }
  throw new Error(`the job of ${name} does not end`);
}
