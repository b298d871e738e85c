/** The root property of a flow's YAML and the flow type it stands for, as the API writes it. */
const kindsByRoot: Readonly<Record<string, string>> = {
  botFlow: 'BOT',
  commonModule: 'COMMONMODULE',
  digitalBot: 'DIGITALBOT',
  emailSend: 'EMAILSEND',
  inboundCall: 'INBOUNDCALL',
  inboundChat: 'INBOUNDCHAT',
  inboundEmail: 'INBOUNDEMAIL',
  inboundShortMessage: 'INBOUNDSHORTMESSAGE',
  inqueueCall: 'INQUEUECALL',
  inqueueEmail: 'INQUEUEEMAIL',
  inqueueShortMessage: 'INQUEUESHORTMESSAGE',
  outboundCall: 'OUTBOUNDCALL',
  secureCall: 'SECURECALL',
  speech: 'SPEECH',
  surveyInvite: 'SURVEYINVITE',
  voice: 'VOICE',
  voicemail: 'VOICEMAIL',
  voiceSurvey: 'VOICESURVEY',
  workflow: 'WORKFLOW',
  workitem: 'WORKITEM',
};

/** All flow types, in upper case. */
export const flowKinds: readonly string[] = Object.values(kindsByRoot);

/** The flow type of a root property such as `inboundCall`; undefined when there is none. */
export function kindOfRoot(root: string): string | undefined {
  return Object.hasOwn(kindsByRoot, root) ? kindsByRoot[root] : undefined;
}

/** Dependency tracking's word for a flow type: `INBOUNDCALLFLOW`; workflows keep their word. */
export function dependencyTypeOfFlow(kind: string): string {
  return kind === 'WORKFLOW' ? kind : `${kind}FLOW`;
}
