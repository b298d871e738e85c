/** Architect's word for objects of a type. Source: dependency object types of the platform facts. */
export const objectTypeOf: Readonly<Record<string, string>> = {
  architect_datatable: 'DATATABLE',
  architect_emergencygroup: 'EMERGENCYGROUP',
  architect_grammar: 'GRAMMAR',
  architect_ivr: 'IVRCONFIGURATION',
  architect_schedulegroups: 'SCHEDULEGROUP',
  architect_schedules: 'SCHEDULE',
  architect_user_prompt: 'USERPROMPT',
  flow_milestone: 'FLOWMILESTONE',
  flow_outcome: 'FLOWOUTCOME',
  group: 'GROUP',
  integration_action: 'DATAACTION',
  knowledge_knowledgebase: 'KNOWLEDGEBASE',
  oauth_client: 'OAUTHCLIENT',
  outbound_contact_list: 'CONTACTLIST',
  recording_media_retention_policy: 'RECORDINGPOLICY',
  responsemanagement_response: 'RESPONSE',
  routing_email_route: 'EMAILROUTE',
  routing_language: 'ACDLANGUAGE',
  routing_queue: 'QUEUE',
  routing_skill: 'ACDSKILL',
  routing_wrapupcode: 'ACDWRAPUPCODE',
  script: 'COMPOSERSCRIPT',
  user: 'USER',
};

const typeOf = new Map(Object.entries(objectTypeOf).map(([type, objectType]) => [objectType, type] as const));

/** Architect's word for a flow of a kind, given in any case: the kind and `FLOW`, except for workflows. */
export function objectTypeOfFlow(kind: string): string {
  const upper = kind.toUpperCase();
  return upper === 'WORKFLOW' ? upper : `${upper}FLOW`;
}

/** Our type for Architect's word; words without one are given back in lower case, so that a consumer is never dropped. */
export function typeOfObjectType(objectType: string, flowType: string): string {
  const known = typeOf.get(objectType);
  if (known !== undefined) return known;
  return objectType === 'WORKFLOW' || objectType.endsWith('FLOW') ? flowType : objectType.toLowerCase();
}
