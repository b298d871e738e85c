import { isJsonObject, type Json, type JsonObject } from '../../../core/index.ts';

/** The root property of an Architect YAML and the flow type it stands for, as keys of flows write it. */
export const flowTypesByRoot: Readonly<Record<string, string>> = {
  botFlow: 'bot',
  commonModule: 'commonmodule',
  digitalBot: 'digitalbot',
  emailSend: 'emailsend',
  inboundCall: 'inboundcall',
  inboundChat: 'inboundchat',
  inboundEmail: 'inboundemail',
  inboundShortMessage: 'inboundshortmessage',
  inqueueCall: 'inqueuecall',
  inqueueEmail: 'inqueueemail',
  inqueueShortMessage: 'inqueueshortmessage',
  outboundCall: 'outboundcall',
  secureCall: 'securecall',
  speech: 'speech',
  surveyInvite: 'surveyinvite',
  voice: 'voice',
  voicemail: 'voicemail',
  voiceSurvey: 'voicesurvey',
  workflow: 'workflow',
  workitem: 'workitem',
};

/** A flow inside its YAML. */
export interface FlowRoot {
  /** The root property, `inboundCall`. */
  readonly root: string;
  /** The flow type as keys write it, `inboundcall`. */
  readonly flowType: string;
  readonly body: JsonObject;
}

/** The flow of a parsed YAML, or undefined when its only root property is none of the known flow types. */
export function flowRootOf(parsed: Json): FlowRoot | undefined {
  if (!isJsonObject(parsed)) return undefined;
  const [root, ...others] = Object.keys(parsed);
  if (root === undefined || others.length > 0 || !Object.hasOwn(flowTypesByRoot, root)) return undefined;
  const body = parsed[root];
  const flowType = flowTypesByRoot[root];
  return isJsonObject(body) && flowType !== undefined ? { root, flowType, body } : undefined;
}

/**
 * The key that a flow gives itself: its type and the name in its YAML. Undefined when there is none, or when the name
 * still holds a `{{placeholder}}`.
 */
export function keyOfFlow(parsed: Json): readonly string[] | undefined {
  const flow = flowRootOf(parsed);
  const name = flow?.body['name'];
  return flow !== undefined && typeof name === 'string' && name !== '' && !name.includes('{{')
    ? [flow.flowType, name]
    : undefined;
}
