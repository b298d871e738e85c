import type { JsonObject } from '../../src/core/index.ts';
import { repositoryOf, type Fixture } from './fixtures.ts';

/** A queue that one flow names by its id. */
export const callbackQueue = 'Callbacks: VIP #1';

/** Values of placeholders that mean the same in every file. The ids are of objects that Signalbox does not manage. */
const known: Readonly<Record<string, string>> = {
  clientId: '${env.values.clientId}',
  clientSecret: '${env.values.clientSecret}',
  default_language: 'en-us',
  division: 'Home',
  external_contact_email_type: 'workEmail',
  from_email: 'service@example.com',
  fromAddress_email: 'service@example.com',
  groupID: '${env.values.emergencyGroupId}',
  home_division_name: 'Home',
  language: 'en-us',
  queue_id: `\${ref("routing_queue", "${callbackQueue}").id}`,
  replyToAddress_email: 'reply@example.com',
  sms_number: '+3220000001',
  testTargetEmail: 'test@example.com',
  worktype_id: '${env.values.worktypeId}',
};

/** Other names for what another file of the same repository calls `flow_name`, `bot_name`, … */
const aliases: Readonly<Record<string, string>> = {
  bot_flow_name: 'bot_name',
  common_module_name: 'module_name',
};

/** Ids that differ in every organisation, as the environment file of one would give them. */
export function environmentIds(digit: number): JsonObject {
  const id = (last: number): string => `${String(digit).repeat(8)}-0000-4000-8000-${String(last).padStart(12, '0')}`;
  return {
    clientId: id(1),
    clientSecret: 'not-a-real-secret',
    emergencyGroupId: id(2),
    worktypeId: id(3),
    someTable: id(4),
  };
}

/** A plausible value for every `{{placeholder}}` of a flow: the same in all files of one repository. */
export function substitutionsOf(fixture: Fixture): JsonObject {
  const names = [...fixture.text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/gu)].flatMap(([, name]) => name ?? []);
  return Object.fromEntries([...new Set(names)].map((name) => [name, valueOf(name, repositoryOf(fixture))]));
}

/** What expressions among the values give in one organisation; their own text where it does not matter. */
export interface Computed {
  readonly values: JsonObject;
  /** The id of the queue `callbackQueue`. */
  readonly queueId: string;
}

/** What the text of a flow will be in an organisation: every placeholder filled. */
export function filledText(fixture: Fixture, values: JsonObject, computed: Computed): string {
  return fixture.text.replaceAll(/\{\{\s*([\w.-]+)\s*\}\}/gu, (_, name: string) => {
    const value = String(values[name]);
    if (value.startsWith('${ref(')) return computed.queueId;
    return value.replace(/^\$\{env\.values\.(\w+)\}$/u, (_whole, key: string) => String(computed.values[key]));
  });
}

function valueOf(name: string, repository: string): string {
  const meant = aliases[name] ?? name;
  return known[meant] ?? `${meant.replaceAll('_', ' ')} of ${repository}`;
}
