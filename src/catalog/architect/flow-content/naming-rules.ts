/**
 * How Architect YAML names an object:
 * - `literal`: `targetQueue: { lit: { name: Sales } }`;
 * - `name`: `targetFlow: { name: Main }`;
 * - `property`: `dataTable: { Holidays: … }`, the name is the only property;
 * - `prompt`: as `literal`, or `prompt: Prompt.Welcome`; names of system prompts stand for nothing of the organisation.
 */
export type NamingForm = 'literal' | 'name' | 'property' | 'prompt';

/** A place in Architect YAML that names another object. */
export interface NamingRule {
  readonly property: string;
  /** Property around it; absent: any. */
  readonly within?: string;
  readonly form: NamingForm;
  readonly type: string;
  /** For flows: the type of the flow named. */
  readonly flowType?: string | FlowTypeByFlow;
}

/** The type of the flow named, by the type of the flow that names it. */
export type FlowTypeByFlow = Readonly<Record<string, string>>;

const callTargets: FlowTypeByFlow = {
  inboundcall: 'inboundcall',
  inqueuecall: 'inboundcall',
  outboundcall: 'inboundcall',
  securecall: 'inboundcall',
  inboundchat: 'inboundchat',
  inboundemail: 'inboundemail',
  inqueueemail: 'inboundemail',
  inboundshortmessage: 'inboundshortmessage',
  inqueueshortmessage: 'inboundshortmessage',
};

const queueFlows: FlowTypeByFlow = {
  inboundcall: 'inqueuecall',
  outboundcall: 'inqueuecall',
  inboundemail: 'inqueueemail',
  inboundshortmessage: 'inqueueshortmessage',
};

/** What a variable or an assignment of this kind holds. */
const typesByVariableKind = {
  queue: 'routing_queue',
  skill: 'routing_skill',
  language: 'routing_language',
  languageSkill: 'routing_language',
  user: 'user',
  group: 'group',
  schedule: 'architect_schedules',
  scheduleGroup: 'architect_schedulegroups',
  emergencyGroup: 'architect_emergencygroup',
  wrapupCode: 'routing_wrapupcode',
};

const typesByProperty = {
  targetQueue: 'routing_queue',
  acdSkill: 'routing_skill',
  languageSkill: 'routing_language',
  defaultLanguageSkill: 'routing_language',
  targetUser: 'user',
  targetGroup: 'group',
  schedule: 'architect_schedules',
  scheduleGroup: 'architect_schedulegroups',
  emergencyGroup: 'architect_emergencygroup',
  wrapupCode: 'routing_wrapupcode',
};

const promptProperties = [
  'prompt',
  'audio',
  'holdMusic',
  'processingPrompt',
  'preTransferAudio',
  'failureTransferAudio',
  'inputAudio',
  'initialGreeting',
];

/** Every place where a flow names an object that must exist before it is published; the first rule that fits decides. */
export const namingRules: readonly NamingRule[] = [
  ...Object.entries(typesByProperty).map(([property, type]) => ({ property, form: 'literal' as const, type })),
  ...Object.entries(typesByVariableKind).flatMap(([kind, type]) => [
    { property: 'value', within: kind, form: 'literal' as const, type },
    { property: 'initialValue', within: `${kind}Variable`, form: 'literal' as const, type },
  ]),
  ...promptProperties.map((property) => ({ property, form: 'prompt' as const, type: 'architect_user_prompt' })),
  { property: 'dataTable', form: 'property', type: 'architect_datatable' },
  { property: 'commonModule', form: 'property', type: 'flow', flowType: 'commonmodule' },
  { property: 'botFlow', within: 'callDigitalBotFlow', form: 'property', type: 'flow', flowType: 'digitalbot' },
  { property: 'digitalBotFlow', form: 'property', type: 'flow', flowType: 'digitalbot' },
  { property: 'botFlow', form: 'property', type: 'flow', flowType: 'bot' },
  { property: 'targetFlow', within: 'transferToFlowSecure', form: 'name', type: 'flow', flowType: 'securecall' },
  { property: 'targetFlow', within: 'menuTransferToFlowSecure', form: 'name', type: 'flow', flowType: 'securecall' },
  { property: 'targetFlow', form: 'name', type: 'flow', flowType: callTargets },
  { property: 'overrideInQueueFlow', form: 'name', type: 'flow', flowType: queueFlows },
];
