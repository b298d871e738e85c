import type { Artifact, JsonObject } from '../../src/core/index.ts';
import type { OrganisationHandle } from '../../src/simulator/index.ts';
import { artifactOf, ensure, ensureFlow, ref, remove, rename } from '../world/actions.ts';

const menu = (greeting: string, queue: string): string => `inboundCall:
  name: Main line
  description: Greets the caller
  division: Home
  defaultLanguage: en-us
  startUpRef: "/inboundCall/menus/menu[Main_10]"
  initialGreeting:
    tts: ${greeting}
  menus:
    - menu:
        name: Main
        refId: Main_10
        choices:
          - menuTransferToAcd:
              name: To the queue
              dtmf: digit_1
              targetQueue:
                lit:
                  name: ${queue}
`;

const hold = `inqueueCall:
  name: VIP hold
  description: What members hear while they wait
  division: Home
  defaultLanguage: en-us
  startUpTaskActions:
    - transferToAcd:
        name: On to the queue
        targetQueue:
          lit:
            name: VIP
`;

const schemaOf = (...names: readonly string[]): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  additionalProperties: true,
});

const dataAction = (...inputs: readonly string[]): JsonObject => ({
  integrationId: ref('integration/Lookups'),
  contract: { input: { inputSchema: schemaOf(...inputs) }, output: { successSchema: schemaOf('name') } },
  config: {
    request: {
      requestUrlTemplate: '/api/v2/users/$${input.id}',
      requestType: 'GET',
      headers: {},
      requestTemplate: '$${input.rawRequest}',
    },
    response: { translationMap: {}, translationMapDefaults: {}, successTemplate: '$${rawResult}' },
  },
});

const holidays: JsonObject = {
  description: 'Days on which the lines are closed',
  schema: {
    $schema: 'http://json-schema.org/draft-04/schema#',
    type: 'object',
    required: ['key'],
    additionalProperties: false,
    properties: {
      key: { title: 'Date', type: 'string', $id: '/properties/key' },
      Greeting: { title: 'Greeting', type: 'string', $id: '/properties/Greeting' },
    },
  },
};

/** What is there without anybody deploying it. */
export function setUp(organisation: OrganisationHandle): void {
  organisation.create('integration', { name: 'Lookups', integrationType: { id: 'purecloud-data-actions' } });
}

const welcome = menu('Welcome.', 'Sales');
const welcomeBack = menu('Welcome back.', 'VIP');

/** What is there before: deployed to a fresh organisation. */
export const before: Artifact = artifactOf({
  name: 'before',
  actions: [
    ensure('routing_skill', 'Billing'),
    ensure('routing_wrapupcode', 'Sold'),
    ensure('routing_wrapupcode', 'Refused'),
    ensure('routing_wrapupcode', 'Unused'),
    ensure('routing_wrapupcode', 'Old name', { description: 'renamed later' }),
    ensure('routing_queue', 'Sales', {
      description: 'sells',
      acwSettings: { wrapupPrompt: 'OPTIONAL', timeoutMs: 30_000 },
    }),
    ensure('routing_queue_wrapupcodes', 'Sales', { wrapupCodes: [ref('routing_wrapupcode/Sold')] }),
    ensure('group', 'Agents', {
      type: 'official',
      visibility: 'public',
      rulesVisible: true,
      description: 'all of them',
    }),
    ensure('architect_schedules', 'Office hours', {
      description: 'week days',
      start: '2026-01-05T08:00:00.000',
      end: '2026-01-05T18:00:00.000',
      rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    }),
    ensure('integration_action', ['Look up', 'Find user'], dataAction('id')),
    ensure('architect_user_prompt', 'Greeting', { description: 'for everybody' }),
    ensure('architect_user_prompt_resource', ['Greeting', 'en-us'], { ttsString: 'Hello.' }),
    ensureFlow('inboundcall', 'Main line', welcome),
  ],
  texts: [welcome],
});

/** Creations, updates, a rename, a deletion, publications, a draft, parts and a circle of queue and in-queue flow. */
export const change: Artifact = artifactOf({
  name: 'change',
  actions: [
    ensure('routing_skill', 'VIP'),
    ensure('routing_wrapupcode', 'Callback'),
    ensure('routing_queue', 'VIP', { description: 'members first' }),
    ensureFlow('inqueuecall', 'VIP hold', hold),
    ensure('routing_queue', 'VIP', { queueFlow: ref('flow/inqueuecall/VIP hold') }),
    ensure('routing_queue_wrapupcodes', 'VIP', {
      wrapupCodes: [ref('routing_wrapupcode/Callback'), ref('routing_wrapupcode/Sold')],
    }),
    ensure('routing_queue', 'Sales', { acwSettings: { timeoutMs: 60_000 } }),
    ensure('routing_queue_wrapupcodes', 'Sales', {
      wrapupCodes: [ref('routing_wrapupcode/Callback'), ref('routing_wrapupcode/Refused')],
    }),
    rename('routing_wrapupcode', 'Old name', 'New name'),
    ensure('group', 'Agents', { description: 'those who answer' }),
    ensure('architect_schedules', 'Office hours', { description: 'Monday to Friday' }),
    ensure('architect_schedulegroups', 'Main', {
      timeZone: 'Europe/Berlin',
      openSchedules: [ref('architect_schedules/Office hours')],
    }),
    ensure('integration_action', ['Look up', 'Find user'], dataAction('id', 'number')),
    ensure('architect_user_prompt_resource', ['Greeting', 'en-us'], { ttsString: 'Hello again.' }),
    ensure('architect_datatable', 'Holidays', holidays),
    ensure('architect_datatable_row', ['Holidays', '2026-12-25'], { values: { Greeting: 'Merry Christmas' } }),
    ensureFlow('inboundcall', 'Main line', welcomeBack),
    remove('routing_wrapupcode', 'Unused'),
  ],
  texts: [hold, welcomeBack],
});
