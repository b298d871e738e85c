/** Properties whose literal `{ lit: { name } }` names an object, and the type of that object. */
export const typesByProperty: Readonly<Record<string, string>> = {
  targetQueue: 'routing_queue',
  acdSkill: 'routing_skill',
  languageSkill: 'routing_language',
  defaultLanguageSkill: 'routing_language',
  targetGroup: 'group',
  schedule: 'architect_schedules',
  scheduleGroup: 'architect_schedulegroups',
  emergencyGroup: 'architect_emergencygroup',
  wrapupCode: 'routing_wrapupcode',
};

/** What a variable (`queueVariable`) or an assignment (`queue: { variable, value }`) of a kind holds. */
export const typesByVariableKind: Readonly<Record<string, string>> = {
  queue: 'routing_queue',
  skill: 'routing_skill',
  languageSkill: 'routing_language',
  group: 'group',
  schedule: 'architect_schedules',
  scheduleGroup: 'architect_schedulegroups',
  emergencyGroup: 'architect_emergencygroup',
  wrapupCode: 'routing_wrapupcode',
};

/** Dependency tracking's words. */
export const dependencyTypes: Readonly<Record<string, string>> = {
  routing_queue: 'QUEUE',
  routing_skill: 'ACDSKILL',
  routing_language: 'ACDLANGUAGE',
  routing_wrapupcode: 'ACDWRAPUPCODE',
  group: 'GROUP',
  architect_schedules: 'SCHEDULE',
  architect_schedulegroups: 'SCHEDULEGROUP',
  architect_emergencygroup: 'EMERGENCYGROUP',
  architect_user_prompt: 'USERPROMPT',
  architect_datatable: 'DATATABLE',
  integration_action: 'DATAACTION',
};

/** Words for messages about missing objects. */
export const labels: Readonly<Record<string, string>> = {
  routing_queue: 'queue',
  routing_skill: 'skill',
  routing_language: 'language skill',
  routing_wrapupcode: 'wrap-up code',
  group: 'group',
  architect_schedules: 'schedule',
  architect_schedulegroups: 'schedule group',
  architect_emergencygroup: 'emergency group',
  architect_user_prompt: 'user prompt',
  architect_datatable: 'data table',
  integration_action: 'data action',
  flow: 'flow',
};

const callTarget = 'INBOUNDCALL';

/** The kind of flow that `transferToFlow: { targetFlow: { name } }` means, by the kind of flow it stands in. */
export const transferTargets: Readonly<Record<string, string>> = {
  INBOUNDCALL: callTarget,
  INQUEUECALL: callTarget,
  OUTBOUNDCALL: callTarget,
  SECURECALL: callTarget,
  INBOUNDCHAT: 'INBOUNDCHAT',
  INBOUNDEMAIL: 'INBOUNDEMAIL',
  INQUEUEEMAIL: 'INBOUNDEMAIL',
  INBOUNDSHORTMESSAGE: 'INBOUNDSHORTMESSAGE',
  INQUEUESHORTMESSAGE: 'INBOUNDSHORTMESSAGE',
};

/** The kind of flow that `overrideInQueueFlow: { name }` means, by the kind of flow it stands in. */
export const inQueueFlows: Readonly<Record<string, string>> = {
  INBOUNDCALL: 'INQUEUECALL',
  OUTBOUNDCALL: 'INQUEUECALL',
  INBOUNDEMAIL: 'INQUEUEEMAIL',
  INBOUNDSHORTMESSAGE: 'INQUEUESHORTMESSAGE',
};

/** The kind of flow under `commonModule: { <name>: { ver_latestPublished: … } }` and its likes. */
export const calledFlows: Readonly<Record<string, string>> = {
  commonModule: 'COMMONMODULE',
  botFlow: 'BOT',
  digitalBotFlow: 'DIGITALBOT',
};
