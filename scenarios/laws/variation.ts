import type { JsonObject } from '../../src/core/index.ts';

/** What the laws have to be told of a type, because its descriptor does not say it. */
export interface Variation {
  /** Another key for a copy of the object, parent first, and what else must differ. */
  readonly copy?: (
    key: readonly string[],
    document: JsonObject,
  ) => { readonly key: readonly string[]; readonly set: JsonObject };
  /** What an update changes; default: some text that is no key. */
  readonly update?: JsonObject | ((document: JsonObject) => JsonObject);
  /** Why nothing here can try the type; its level is then C. */
  readonly untried?: string;
}

type Copy = NonNullable<Variation['copy']>;

/** A copy whose last key part is this. */
function keyed(last: string): Copy {
  return (key, document) => ({ key: [...key.slice(0, -1), last], set: document });
}

/** By type. */
export const variations: Readonly<Record<string, Variation>> = {
  architect_datatable_row: { copy: keyed('tuesday') },
  architect_grammar_language: { copy: keyed('de-de') },
  architect_user_prompt: { copy: keyed('Conformance_prompt_copy') },
  business_rules_decision_table: {
    copy: (key, document) => ({
      key: [`${key[0] ?? ''} copy`],
      set: { ...document, schemaId: { $ref: 'business_rules_schema/Needed business_rules_schema' } },
    }),
  },
  employeeperformance_externalmetrics_definitions: { update: { precision: 2 } },
  greeting: { update: { audioTTS: 'Welcome' } },
  greeting_user: { update: { audioTTS: 'Welcome' } },
  group_greeting: { update: { audioTTS: 'Welcome' } },
  organization_authentication_settings: { update: { multifactorAuthenticationRequired: true } },
  outbound_campaign: { update: { callerName: 'Acme again' } },
  outbound_sequence: { update: { repeat: true } },
  routing_email_domain: { copy: keyed('copy.conformance.example') },
  user: { copy: keyed('copy@conformance.example'), update: { title: 'Dr.' } },
};
