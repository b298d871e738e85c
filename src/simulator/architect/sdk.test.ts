import platformClient from 'purecloud-platform-client-v2';
import { connectSdk } from '../testing/sdk.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSimulator } from '../simulator.ts';
import type { Listening } from '../wire/server.ts';

const simulator = createSimulator({
  seed: 'architect-sdk',
  organisations: [
    { name: 'Acme', clients: [{ id: 'sdk-client', secret: 'sdk-secret' }], settings: { rateLimitPerMinute: 10_000 } },
  ],
});
let server: Listening;

beforeAll(async () => {
  server = await simulator.listen({ port: 0 });
  await connectSdk(platformClient.ApiClient.instance, server.port, { id: 'sdk-client', secret: 'sdk-secret' });
});

afterAll(() => server.close());

const architect = new platformClient.ArchitectApi();
const integrations = new platformClient.IntegrationsApi();
const schema = { type: 'object', required: ['key'], properties: { key: { type: 'string' } } } as unknown as object;

async function ended(read: () => Promise<{ status?: string }>): Promise<string | undefined> {
  for (let turn = 0; turn < 100; turn += 1) {
    const { status } = await read();
    if (status === 'Success' || status === 'Failure') return status;
    await new Promise((done) => setTimeout(done, 20));
  }
  return undefined;
}

async function publish(text: string): Promise<string> {
  const job = await architect.postFlowsJobs();
  const upload = await fetch(job.presignedUrl ?? '', { method: 'PUT', headers: job.headers ?? {}, body: text });
  expect(upload.status).toBe(200);
  const jobId = job.id ?? '';
  expect(await ended(() => architect.getFlowsJob(jobId))).toBe('Success');
  return (await architect.getFlowsJob(jobId, { expand: ['messages'] })).flow?.id ?? '';
}

describe('the official JavaScript SDK, unchanged', () => {
  it('publishes, reads, exports, validates and deletes flows', async () => {
    const id = await publish('inboundCall:\n  name: Main\n  tasks: []\n');
    const flow = await architect.getFlow(id);
    expect(flow).toMatchObject({ name: 'Main', type: 'INBOUNDCALL', publishedVersion: { id: '1.0' } });
    expect((await architect.getFlows({ type: ['inboundcall'], name: 'Main' })).entities).toMatchObject([{ id }]);
    expect((await architect.getFlowVersions(id)).total).toBe(1);
    expect(await architect.getFlowLatestconfiguration(id)).toMatchObject({ inboundCall: { name: 'Main' } });
    const exporting = await architect.postFlowsExportJobs({ flows: [{ flow: { id }, exportType: 'Yaml' }] });
    const exportId = exporting.id ?? '';
    expect(await ended(() => architect.getFlowsExportJob(exportId))).toBe('Success');
    const file = await fetch((await architect.getFlowsExportJob(exportId)).downloadUrl ?? '');
    expect(await file.text()).toContain('name: Main');
    const validation = await architect.postFlowsValidateJobs({ flows: [{ flow: { id } }] });
    expect(await ended(() => architect.getFlowsValidateJob(validation.id ?? ''))).toBe('Success');
    await architect.postFlowsActionsCheckout(id);
    expect(await architect.postFlowsActionsCheckin(id)).toMatchObject({ actionName: 'CHECKIN' });
    await architect.deleteFlow(id);
    await expect(architect.getFlow(id)).rejects.toMatchObject({ status: 410 });
  });

  it('follows dependency tracking', async () => {
    const queue = await new platformClient.RoutingApi().postRoutingQueues({ name: 'Sales' });
    const text =
      'inboundCall:\n  name: ToSales\n  tasks:\n    - transferToAcd:\n        targetQueue:\n          lit:\n            name: Sales\n';
    const id = await publish(text);
    const used = await architect.getArchitectDependencytrackingConsumedresources(id, '1.0', 'INBOUNDCALLFLOW');
    expect(used.entities).toMatchObject([{ type: 'QUEUE', id: queue.id }]);
    const users = await architect.getArchitectDependencytrackingConsumingresources(queue.id ?? '', 'QUEUE');
    expect(users.entities).toMatchObject([{ type: 'INBOUNDCALLFLOW', id }]);
    await architect.postArchitectDependencytrackingBuild();
    expect(await architect.getArchitectDependencytrackingBuild()).toMatchObject({ status: 'BUILDINPROGRESS' });
    expect((await architect.getArchitectDependencytrackingTypes({ pageSize: 500 })).total).toBeGreaterThan(20);
  });

  it('writes and reads data tables and rows', async () => {
    const table = await architect.postFlowsDatatables({ name: 'Holidays', schema });
    const id = table.id ?? '';
    await architect.postFlowsDatatableRows(id, { key: 'a/b' });
    expect(await architect.getFlowsDatatableRow(id, 'a/b')).toEqual({ key: 'a/b' });
    await architect.putFlowsDatatableRow(id, 'a/b', { body: { key: 'a/b' } });
    expect((await architect.getFlowsDatatableRows(id, { showbrief: false })).total).toBe(1);
    await architect.putFlowsDatatable(id, { name: 'Holidays', description: 'closed', schema });
    expect(await architect.getFlowsDatatable(id, { expand: 'schema' })).toMatchObject({
      description: 'closed',
      schema,
    });
    await architect.deleteFlowsDatatableRow(id, 'a/b');
    await architect.deleteFlowsDatatable(id, { force: true });
    expect((await architect.getFlowsDatatables()).total).toBe(0);
  });

  it('writes and reads user prompts', async () => {
    const prompt = await architect.postArchitectPrompts({ name: 'Welcome' });
    const id = prompt.id ?? '';
    await architect.postArchitectPromptResources(id, { language: 'en-us', ttsString: 'Hello' });
    await architect.putArchitectPromptResource(id, 'en-us', { ttsString: 'Hi' });
    expect((await architect.getArchitectPromptResources(id)).entities).toMatchObject([
      { language: 'en-us', ttsString: 'Hi' },
    ]);
    await architect.putArchitectPrompt(id, { name: 'Welcome', description: 'greeting' });
    expect((await architect.getArchitectPrompts({ name: ['Welcome'] })).entities).toMatchObject([
      { description: 'greeting' },
    ]);
    await architect.deleteArchitectPrompt(id, { allResources: true });
  });

  it('writes and reads integrations, credentials and data actions with drafts', async () => {
    const body = { name: 'Look-ups', integrationType: { id: 'purecloud-data-actions' } };
    const integration = await integrations.postIntegrations({ body });
    const integrationId = integration.id ?? '';
    await integrations.patchIntegration(integrationId, { body: { intendedState: 'ENABLED' } });
    const credential = await integrations.postIntegrationsCredentials({
      body: { name: 'OAuth', type: { name: 'pureCloudOAuthClient' }, credentialFields: { clientId: 'a' } },
    });
    const settings = await integrations.getIntegrationConfigCurrent(integrationId);
    const credentials = { pureCloudOAuthClient: { id: credential.id ?? '' } };
    const changed = await integrations.putIntegrationConfigCurrent(integrationId, {
      body: { ...settings, credentials },
    });
    expect(changed).toMatchObject({ version: 2 });
    const inputSchema = { type: 'object', properties: {} };
    const action = await integrations.postIntegrationsActions({
      name: 'Get user',
      category: 'Look-ups',
      integrationId,
      config: {
        request: { requestType: 'GET', requestUrlTemplate: '/' },
        response: { successTemplate: '${rawResult}' },
      },
      contract: { input: { inputSchema }, output: { successSchema: inputSchema } },
    });
    const id = action.id ?? '';
    const draft = await integrations.postIntegrationsActionDraft(id);
    const patched = await integrations.patchIntegrationsActionDraft(id, {
      name: 'Find user',
      version: draft.version ?? 0,
    });
    await integrations.postIntegrationsActionDraftPublish(id, { version: patched.version ?? 0 });
    expect(await integrations.getIntegrationsAction(id, { expand: 'contract', includeConfig: true })).toMatchObject({
      name: 'Find user',
    });
    expect(await integrations.getIntegrationsActionTemplate(id, 'successtemplate.vm')).toBe('${rawResult}');
    expect((await integrations.getIntegrationsActions({ category: 'Look-ups' })).total).toBe(1);
    const graph = new platformClient.DependenciesApi();
    const credentialId = credential.id ?? '';
    const counted = await graph.getDependenciesTypeEntityTypeIdEntityIdConnectionsRequiredbycounts(
      'Credential',
      credentialId,
    );
    expect(counted.estimatedCount).toBe(2);
    const required = await graph.getDependenciesTypeEntityTypeIdEntityIdConnectionsRequires('DataAction', id);
    expect(required.entities).toEqual([{ entityType: 'Integration', entityId: integrationId }]);
    await integrations.deleteIntegrationsAction(id);
    await integrations.deleteIntegration(integrationId);
    expect((await integrations.getIntegrationsTypes({ pageSize: 100 })).total).toBeGreaterThan(5);
  });
});
