import type { JsonObject } from '../../src/core/index.ts';
import type { Made } from '../conformance/case.ts';
import { callSdk } from '../conformance/sdk-client.ts';

/** What the laws have to be told of a type, because its descriptor does not say it. */
export interface Variation {
  /** Another key for a copy of the object, parent first, and what else must differ. */
  readonly copy?: (key: readonly string[], document: JsonObject) => Copied;
  /** What an update changes; default: some text that is no key. */
  readonly update?: JsonObject | ((document: JsonObject) => JsonObject);
  /** The object itself is deleted and made again, because there is no place for a copy. */
  readonly remake?: true;
  /** Makes one where the official SDK's suite has nothing that does. */
  readonly make?: (made: Made) => Promise<void>;
  /** Where the engine is tried on the type instead, because a copy is not made of fields alone. */
  readonly elsewhere?: string;
}

/** What a copy is called and what it says. */
export interface Copied {
  readonly key: readonly string[];
  readonly set: JsonObject;
}

type Copy = NonNullable<Variation['copy']>;

/** A copy whose last key part is this. */
function keyed(last: string): Copy {
  return (key, document) => ({ key: [...key.slice(0, -1), last], set: document });
}

/** A copy whose schema has the title that names it. */
function titled([name = '']: readonly string[], document: JsonObject): Copied {
  const title = `${name} copy`;
  return { key: [title], set: { ...document, jsonSchema: { ...(document['jsonSchema'] as JsonObject), title } } };
}

/** A move to a division that another type's turn has made. */
const inOtherDivision: JsonObject = { division: { $ref: 'auth_division/Needed auth_division' } };

/** By type. */
export const variations: Readonly<Record<string, Variation>> = {
  architect_datatable_row: { copy: keyed('tuesday'), update: { values: { open: false } } },
  architect_grammar_language: { copy: keyed('de-de') },
  architect_user_prompt: { copy: keyed('Conformance_prompt_copy') },
  architect_user_prompt_resource: {
    make: async (made) => {
      const body = { language: 'en-us', ttsString: 'Welcome' };
      await callSdk('postArchitectPromptResources', { promptId: await made.id('architect_user_prompt'), body });
    },
    copy: keyed('de-de'),
    update: { ttsString: 'Hello' },
  },
  business_rules_decision_table: {
    copy: (key, document) => ({
      key: [`${key[0] ?? ''} copy`],
      set: { ...document, schemaId: { $ref: 'business_rules_schema/Conformance schema' } },
    }),
  },
  case_management_stageplan: { update: { description: 'Tried' } },
  case_management_stepplan: { update: { description: 'Tried' } },
  business_rules_schema: { copy: titled, update: { enabled: false } },
  conversations_messaging_integrations_apple: { update: { businessName: 'Acme' } },
  conversations_messaging_settings: {
    update: { event: { typing: { on: { inbound: 'Enabled', outbound: 'Disabled' } } } },
  },
  conversations_messaging_supportedcontent: {
    update: { mediaTypes: { allow: { inbound: [{ type: 'image/png' }], outbound: [{ type: 'image/png' }] } } },
  },
  employeeperformance_externalmetrics_definitions: { update: { precision: 2 } },
  externalcontacts_organization: { update: { industry: 'Finance' } },
  greeting: { update: { audioTTS: 'Welcome' } },
  greeting_user: { update: { audioTTS: 'Welcome' } },
  flow: { elsewhere: 'scenarios/real-input/flows.test.ts, scenarios/crash and the stories' },
  flow_loglevel: { remake: true, update: { logLevelCharacteristics: { level: 'All' } } },
  group_greeting: { update: { audioTTS: 'Welcome' } },
  group_roles: { update: { grants: [] } },
  integration_action: {
    update: (document) => ({ config: { ...(document['config'] as JsonObject), timeoutSeconds: 30 } }),
  },
  location: { update: { notes: 'By the lake' } },
  user_roles: { update: { grants: [] } },
  guide_version: {
    make: async (made) => {
      await made.id('guide_version');
      await callSdk('postGuides', { body: { name: 'Second guide', source: 'Manual' } });
    },
    copy: (_key, document) => ({ key: ['Second guide'], set: document }),
  },
  integration: {
    copy: ([name = ''], document) => ({
      key: [`${name} copy`],
      set: { ...document, config: { current: { ...configOf(document), name: `${name} copy` } } },
    }),
    update: (document) => ({ config: { current: { ...configOf(document), notes: 'Tried' } } }),
  },
  journey_outcome_predictor: {
    make: async (made) => {
      await made.id('journey_outcome_predictor');
      const body = await made.bodyFor('journey_outcome', 'Second outcome');
      await callSdk('postJourneyOutcomes', { body: { ...body, displayName: 'Second outcome' } });
    },
    copy: (_key, document) => ({ key: ['Second outcome'], set: document }),
  },
  journey_view_schedule: { remake: true, update: { frequency: 'Weekly' } },
  knowledge_document_variation: { update: { priority: 2 } },
  organization_authentication_settings: { update: { multifactorAuthenticationRequired: true } },
  organization_presence_definition: { update: { languageLabels: { en_US: 'Late lunch' } } },
  outbound_attempt_limit: { update: { maxAttemptsPerContact: 7 } },
  outbound_callanalysisresponseset: { update: { beepDetectionEnabled: true } },
  outbound_callabletimeset: { update: { callableTimes: [] } },
  outbound_campaign: { update: { callerName: 'Acme again' } },
  outbound_contactlistfilter: { update: { filterType: 'OR' } },
  outbound_digitalruleset: { update: { rules: [] } },
  outbound_dnclist: { update: inOtherDivision },
  outbound_ruleset: { update: { rules: [] } },
  outbound_sequence: { update: { repeat: true } },
  outbound_settings: { update: { abandonSeconds: 3 } },
  outbound_wrapupcodemappings: { update: { defaultSet: ['BUSINESS_SUCCESS'] } },
  quality_forms_evaluation: { update: withOtherGroup },
  quality_forms_survey: { update: { header: 'How was it?' } },
  responsemanagement_library: { update: inOtherDivision },
  responsemanagement_response: { update: { texts: [{ content: 'Another', contentType: 'text/plain' }] } },
  routing_queue_members: {
    make: async (made) => {
      const body = [{ id: await made.id('user') }];
      await callSdk('postRoutingQueueMembers', { queueId: await made.id('routing_queue'), body });
    },
    update: { members: [] },
  },
  routing_queue_wrapupcodes: {
    make: async (made) => {
      const body = [{ id: await made.id('routing_wrapupcode') }];
      await callSdk('postRoutingQueueWrapupcodes', { queueId: await made.id('routing_queue'), body });
    },
    update: { wrapupCodes: [] },
  },
  routing_email_domain: {
    // Both states have it: `mailFromSettings` without a domain can not be asked for.
    copy: (_key, document) => ({
      key: ['copy.conformance.example'],
      set: { ...document, mailFromSettings: { mailFromDomain: 'sent.conformance.example' } },
    }),
    update: { mailFromSettings: { mailFromDomain: 'from.conformance.example' } },
  },
  routing_skill: { update: inOtherDivision },
  routing_utilization: { update: { utilization: { call: { maximumCapacity: 2, includeNonAcd: true } } } },
  telephony_providers_edges_did_pool: {
    copy: (_key, document) => ({ key: ['+41445560000', '+41445560099'], set: document }),
    update: { comments: 'Reserved' },
  },
  telephony_providers_edges_edge_group: {
    update: { hybrid: true },
  },
  telephony_providers_edges_extension_pool: {
    copy: (_key, document) => ({ key: ['8100', '8199'], set: document }),
    update: { description: 'Reserved' },
  },
  telephony_providers_edges_site_outbound_route: {
    copy: (key, document) => ({
      key: [...key.slice(0, -1), 'Emergency calls'],
      set: { ...document, classificationTypes: ['Emergency'] },
    }),
    update: { distribution: 'RANDOM' },
  },
  speechandtextanalytics_dictionaryfeedback: { update: { boostValue: 3 } },
  task_management_workitem_schema: { copy: titled, update: { enabled: false } },
  task_management_worktype: {
    copy: ([name = ''], { defaultStatus: _own, ...set }) => ({ key: [`${name} copy`], set }),
  },
  workforcemanagement_businessunits: { update: { division: { $ref: 'auth_division/Home' } } },
  user: { copy: keyed('copy@conformance.example'), update: { title: 'Dr.' } },
};

/** An evaluation form whose first group of questions is called otherwise. */
function withOtherGroup(document: JsonObject): JsonObject {
  const [first, ...rest] = document['questionGroups'] as readonly JsonObject[];
  return { questionGroups: [{ ...first, name: 'Another group' }, ...rest] };
}

function configOf(document: JsonObject): JsonObject {
  return (document['config'] as { readonly current: JsonObject }).current;
}
