import { versionsIn } from '../../../ai/guide/version-store.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';
import { flowOfKind } from '../flows.ts';

/** Triggers of workflows, guides, settings of summaries, intents of customers and plans for their cases. */
export const automationArea: Area = {
  shares: {
    processautomation_trigger: { part: 0.003, least: 1, most: 200 },
    guide: { part: 0.001, least: 1, most: 40 },
    ai_studio_summary_setting: { part: 0.001, least: 1, most: 40 },
    intents_categories: { part: 0.001, least: 1, most: 40 },
    intents_customerintents: { part: 0.002, least: 1, most: 100 },
    case_management_caseplan: { part: 0.001, least: 1, most: 40 },
  },
  build: (draft) => {
    const { add, count, names } = draft;
    times(count('processautomation_trigger'), () => addTrigger(draft));
    times(count('guide'), () => addGuide(draft));
    times(count('ai_studio_summary_setting'), () => addSummarySetting(draft));
    times(count('intents_categories'), () =>
      add('intents_categories', { name: names.thing('intents_categories'), description: names.thing('description') }),
    );
    times(count('intents_customerintents'), () => addIntent(draft));
    times(count('case_management_caseplan'), (index) => addCasePlan(draft, index));
  },
};

function addTrigger(draft: Draft): void {
  const { add, names, random } = draft;
  const topics = ['v2.detail.events.conversation.{id}.customer.end', 'v2.detail.events.conversation.{id}.acd.start'];
  add('processautomation_trigger', {
    name: names.thing('processautomation_trigger'),
    description: names.thing('description'),
    topicName: random.of(topics),
    enabled: random.chance(0.6),
    target: {
      type: 'Workflow',
      id: flowOfKind(draft, 'WORKFLOW').id,
      workflowTargetSettings: { dataFormat: 'TopLevelPrimitives' },
    },
    matchCriteria: [{ jsonPath: 'mediaType', operator: 'Equal', value: random.of(['VOICE', 'EMAIL', 'CHAT']) }],
    eventTTLSeconds: 60 + random.below(600),
  });
}

/** A guide has one version that is ready; it may use a data action. */
function addGuide({ add, names, organisation, random, refs }: Draft): void {
  const guide = add('guide', { name: names.thing('guide'), source: 'Manual' });
  const { dateCreated } = guide;
  versionsIn(organisation).put({
    id: `${guide.id}/1`,
    guideId: guide.id,
    version: '1',
    state: 'ProductionReady',
    instruction: `Ask for ${names.thing('text')}.`,
    variables: [{ name: 'Customer.Id', type: 'String', scope: 'Input', description: names.thing('description') }],
    resources: { dataActions: random.chance(0.6) ? refs('integration_action', 1) : [] },
    dateCreated,
    dateModified: dateCreated,
  });
}

function addSummarySetting({ add, names, random }: Draft): void {
  add('ai_studio_summary_setting', {
    name: names.thing('ai_studio_summary_setting'),
    language: random.of(['en-US', 'de-DE']),
    summaryType: random.of(['Concise', 'Detailed']),
    format: 'TextBlock',
    maskPII: { all: random.chance(0.5) },
    participantLabels: { internal: 'Berater', external: 'Kunde' },
    predefinedInsights: ['ReasonForCall', 'Resolution'],
    customEntities: [{ label: names.thing('label'), description: names.thing('description') }],
    settingType: 'Basic',
  });
}

function addIntent({ add, any, names, random }: Draft): void {
  add('intents_customerintents', {
    name: names.thing('intents_customerintents'),
    description: names.thing('description'),
    expiryTime: 24 * (1 + random.below(10)),
    categoryId: any('intents_categories').id,
  });
}

function addCasePlan({ add, any, division, names, random }: Draft, index: number): void {
  const letters = String.fromCodePoint(65 + (Math.floor(index / 26) % 26), 65 + (index % 26));
  add('case_management_caseplan', {
    name: names.thing('case_management_caseplan'),
    description: names.thing('description'),
    divisionId: String(division()['id']),
    referencePrefix: `C${letters}`,
    customerIntentId: any('intents_customerintents').id,
    defaultCaseOwnerId: any('user').id,
    defaultDueDurationInSeconds: 86_400 * (1 + random.below(30)),
    defaultTtlSeconds: 86_400 * 90,
  });
}
