import type { Context } from '../../context.ts';
import { describedRoute } from '../../described/described-route.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { readableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { contactsIn } from '../contact-list/contact.ts';
import { campaignType } from './campaign.ts';
import { messagingCampaignType } from './messaging-campaign.ts';
import { isRunning } from './running.ts';

/** How far campaigns are (nothing is ever dialled or sent), and starting over. */
export const progressRoutes: readonly Route[] = [
  route(campaignType, 'getOutboundCampaignProgress', progress),
  route(campaignType, 'deleteOutboundCampaignProgress', recycle),
  route(messagingCampaignType, 'getOutboundMessagingcampaignProgress', progress),
  route(messagingCampaignType, 'deleteOutboundMessagingcampaignProgress', recycle),
];

function route(
  type: EntityType,
  id: string,
  answer: (context: Context, campaign: Entity) => JsonObject | undefined,
): Route {
  return describedRoute(id, (context) => {
    const campaign = readableEntity(context, type, context.params[type.idParameter] ?? '');
    const body = answer(context, campaign);
    return body ? { status: 200, body } : { status: 204 };
  });
}

function progress(context: Context, campaign: Entity): JsonObject {
  const listId = refId(campaign['contactList']) ?? '';
  return {
    campaign: { id: campaign.id, name: textOf(campaign, 'name') },
    contactList: { id: listId },
    numberOfContactsCalled: 0,
    numberOfContactsMessaged: 0,
    totalNumberOfContacts: contactsIn(context.organisation, listId).length,
    percentage: 0,
  };
}

function recycle(_context: Context, campaign: Entity): undefined {
  if (isRunning(campaign)) throw badRequest('A running campaign cannot be recycled.', 'campaign.is.running');
}
