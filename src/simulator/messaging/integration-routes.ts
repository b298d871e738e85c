import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import { pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { stampsFor } from '../entity/stamps.ts';
import { writableEntity } from '../entity/visibility.ts';
import { storeEntity } from '../entity/write.ts';
import type { Route } from '../feature.ts';
import { textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { permissionsFor } from '../model/description.ts';
import { checkBody } from '../model/model-check.ts';
import { keepKnown } from '../model/model-form.ts';
import type { Reply } from '../wire/message.ts';
import { badRequest } from '../wire/platform-error.ts';
import { messagingIntegrationTypes, whatsAppType } from './integration-types.ts';

const activation = 'patchConversationsMessagingIntegrationsWhatsappEmbeddedsignupIntegrationId';
const messengers: Readonly<Record<string, string>> = {
  conversations_messaging_integrations_apple: 'apple',
  conversations_messaging_integrations_instagram: 'instagram',
  conversations_messaging_integrations_open: 'open',
  conversations_messaging_integrations_whatsapp: 'whatsapp',
  integration_facebook: 'facebook',
};

/** Integrations of all messengers together, and the activation of a WhatsApp number. */
export const messagingIntegrationRoutes: readonly Route[] = [
  describedRoute('getConversationsMessagingIntegrations', listAll),
  describedRoute(activation, activate),
];

function listAll(context: Context): Reply {
  const all = [...messagingIntegrationTypes, whatsAppType].flatMap((type) =>
    context.organisation
      .collection(type.name)
      .shownAll()
      .map((integration) => ({ integration, type })),
  );
  const present = ({ integration, type }: (typeof all)[number]): JsonObject => {
    const shown = { ...shownTo(context, type, integration), messengerType: messengers[type.name] };
    return keepKnown(shown, 'MessagingIntegration');
  };
  return { status: 200, body: pageOf(context, all, { maxPageSize: 100, present }) };
}

/** Any PIN of six digits activates the number. */
function activate(context: Context): Reply {
  const id = context.params['integrationId'] ?? '';
  const before = writableEntity(context, whatsAppType, id, permissionsFor(activation));
  const body = checkBody(context.body, 'WhatsAppEmbeddedSignupIntegrationActivationRequest');
  if (!/^\d{6}$/u.test(textOf(body, 'pin'))) throw badRequest('The PIN must have six digits.', 'invalid.value');
  const phoneNumber = textOf(body, 'phoneNumber') || textOf(before, 'phoneNumber');
  if (phoneNumber === '') throw badRequest('The request is missing a required value: phoneNumber.');
  const entity: Entity = {
    ...before,
    ...stampsFor(context, whatsAppType, before),
    id,
    phoneNumber,
    status: 'Active',
    activationStatusCode: 'CodeConfirmed',
  };
  return { status: 200, body: shownTo(context, whatsAppType, storeEntity(context, whatsAppType, { entity, before })) };
}
