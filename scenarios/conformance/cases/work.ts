import { setTimeout } from 'node:timers/promises';
import type { Body, Case, Made } from '../case.ts';
import { callSdk } from '../sdk-client.ts';

const jsonSchema = {
  title: 'Conformance schema',
  type: 'object',
  properties: { tier: { title: 'Tier', type: 'string' }, answer: { title: 'Answer', type: 'string' } },
};
const schemaCase: Case = {
  create: { jsonSchema },
  update: { jsonSchema: { ...jsonSchema, title: 'Conformance schema 2' } },
  without: { gone: 'a deleted schema can still be read, with deleted: true' },
};

/** What the suite is told of these types, by type. */
export const workCases: Readonly<Record<string, Case>> = {
  business_rules_schema: schemaCase,
  business_rules_decision_table: {
    create: async (made) => ({
      schemaId: await made.id('business_rules_schema'),
      columns: {
        inputs: [{ expression: { contractual: { schemaPropertyKey: 'tier' }, comparator: 'Equals' } }],
        outputs: [{ value: { schemaPropertyKey: 'answer' } }],
      },
    }),
  },
  case_management_caseplan_create_version: {
    values: async (made) => {
      const caseplanId = await newPlan(made, 'To be continued');
      await callSdk('postCasemanagementCaseplanPublish', { caseplanId });
      return { caseplanId };
    },
    idOf: latestOf,
  },
  case_management_caseplan_publish: {
    values: async (made) => ({ caseplanId: await newPlan(made, 'To be published') }),
    idOf: latestOf,
  },
  case_management_stageplan: {
    values: async () => ({ versionId: '1' }),
    find: async (made) =>
      firstOf('getCasemanagementCaseplanVersionStageplans', {
        caseplanId: await made.id('case_management_caseplan'),
        versionId: '1',
      }),
  },
  case_management_stepplan: {
    values: async () => ({ versionId: '1' }),
    find: async (made) =>
      firstOf('getCasemanagementCaseplanVersionStageplanStepplans', {
        caseplanId: await made.id('case_management_caseplan'),
        stageplanId: await made.id('case_management_stageplan'),
        versionId: '1',
      }),
  },
  task_management_workitem_schema: schemaCase,
  task_management_worktype_status_transition: {
    values: async (made) => ({ worktypeId: await made.id('task_management_worktype') }),
    find: (made) => made.id('task_management_worktype_status'),
    update: { statusTransitionDelaySeconds: 86_400 },
  },
  webdeployments_configuration: { settle: async (_made, { id }) => publishDraft(String(id)) },
  webdeployments_deployment: {
    create: async (made) => ({
      configuration: { id: await made.id('webdeployments_configuration'), version: '1' },
    }),
  },
};

async function newPlan(made: Made, label: string): Promise<string> {
  const body = await made.bodyFor('case_management_caseplan', label);
  const answer = await callSdk('postCasemanagementCaseplans', { body });
  return String((answer.body as Body)['id']);
}

function latestOf({ latest }: Body): string {
  return String(latest);
}

async function firstOf(operation: string, values: Body): Promise<string> {
  const { body } = await callSdk(operation, values);
  return (body as { readonly entities: readonly { readonly id: string }[] }).entities[0]?.id ?? '';
}

/** Publishes the draft of a configuration as soon as it is active. */
async function publishDraft(configurationId: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { body } = await callSdk('getWebdeploymentsConfigurationVersionsDraft', { configurationId });
    if ((body as Body)['status'] === 'Active') break;
    await setTimeout(20);
  }
  await callSdk('postWebdeploymentsConfigurationVersionsDraftPublish', { configurationId });
}
