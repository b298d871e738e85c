import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import type { TimerHandler } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { startTimer } from '../state/timers.ts';
import { defaultReferences } from './default-references.ts';

/** Kind of the timer that ends the creation of a messaging integration. */
export const creationTimer = 'messaging-created';

const creationMs = 500;
const secrets = ['pageAccessToken', 'userAccessToken', 'appSecret', 'embeddedSignupAccessToken'];

/** Integrations of messengers. Their creation takes half a second; settings that are not given are the default ones. */
export const messagingIntegrationTypes: readonly EntityType[] = [
  integrationType('conversations_messaging_integrations_apple', 'AppleIntegration', {}),
  integrationType('conversations_messaging_integrations_instagram', 'InstagramIntegration', { appId: '' }),
  integrationType('conversations_messaging_integrations_open', 'OpenIntegration', {}),
  integrationType('integration_facebook', 'FacebookIntegration', { appId: '' }),
];

/** WhatsApp integrations: made by the embedded signup, incomplete until a phone number is activated. */
export const whatsAppType: EntityType = integrationType(
  'conversations_messaging_integrations_whatsapp',
  'WhatsAppIntegration',
  { status: 'Incomplete', phoneNumber: '', whatsAppBusinessAccountId: '' },
);

/** Completes the creation of an integration. */
export const endCreation: TimerHandler = (_world, organisation, { subject }) => {
  const [type = '', id = ''] = subject.split('/');
  const integration = organisation.collection(type).current(id);
  if (integration) organisation.collection(type).put({ ...integration, createStatus: 'Completed' });
};

function integrationType(name: string, entityType: string, defaults: JsonObject): EntityType {
  return describedType(name, {
    label: entityType.replace('Integration', ' integration'),
    audit: { service: 'Messaging', entityType },
    defaults: (organisation) => ({ status: 'Active', ...defaults, ...defaultReferences(organisation) }),
    holds: { conversations_messaging_supportedcontent: 400, conversations_messaging_settings: 400 },
    hidden: secrets,
    hooks: {
      accept: (_context, body, before) => (before ? body : { ...body, createStatus: 'Initiated' }),
      present: (_organisation, integration) => shownReferences(integration),
      stored: (context, after, before) => startCreation(context, name, after, before),
    },
  });
}

function startCreation(context: Context, type: string, after: Entity | undefined, before: Entity | undefined): void {
  if (!after || before) return;
  const timer = { kind: creationTimer, subject: `${type}/${after.id}`, delayMs: creationMs };
  startTimer(context.organisation, context.now, timer);
}

/** A recipient exists as soon as the integration does; it has the id of the integration. */
function shownReferences(integration: Entity): JsonObject {
  const { id } = integration;
  return {
    recipient: { id, name: textOf(integration, 'name'), selfUri: `/api/v2/routing/message/recipients/${id}` },
  };
}
