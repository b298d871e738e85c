import type { Context } from '../context.ts';
import { describedRoute } from '../described/described-route.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { pageOf } from '../entity/listing.ts';
import { shownTo } from '../entity/routes.ts';
import { selectEntities } from '../entity/select.ts';
import type { Route } from '../feature.ts';
import type { Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { contactType } from './contact.ts';
import { organizationType } from './organization.ts';
import { searchCondition } from './record.ts';

const placesOfContact = ['firstName', 'middleName', 'lastName', 'workEmail', 'personalEmail', 'workPhone.e164'];
const placesOfOrganization = ['name', 'websites[]', 'phoneNumber.e164'];

/** Lists by page number that search for a text; scans by cursor are the plain lists. */
export const searchRoutes: readonly Route[] = [
  searchRoute('getExternalcontactsContacts', contactType, placesOfContact),
  searchRoute('getExternalcontactsOrganizations', organizationType, placesOfOrganization),
];

function searchRoute(operation: string, type: EntityType, places: readonly string[]): Route {
  const permissions = type.list?.permissions ?? { none: true };
  return describedRoute(operation, (context) => search(context, type, places), permissions);
}

function search(context: Context, type: EntityType, places: readonly string[]): Reply {
  const permissions = type.list?.permissions ?? { none: true };
  const filter = (query: URLSearchParams): ReturnType<typeof searchCondition> => searchCondition(query, places);
  const found = selectEntities(context, type, { permissions, maxPageSize: 100, filter });
  const present = (record: Entity): unknown => shownTo(context, type, record);
  return { status: 200, body: { ...pageOf(context, found, { maxPageSize: 100, present }), partialResults: false } };
}
