import { isObject, refId, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** Where a user works, from a request: each place names its location by `id`, or as an answer did. */
export function acceptedPlaces(places: unknown): readonly JsonObject[] {
  return placesIn(places).map(({ locationDefinition, ...own }) => ({
    ...own,
    id: own['id'] ?? refId(locationDefinition),
  }));
}

/** Where a user works, as answers show it: `locationDefinition` is the location itself. */
export function shownPlaces(organisation: Organisation, user: Entity): readonly JsonObject[] {
  const locations = organisation.collection('location');
  return placesIn(user['locations']).map((place) => {
    const id = textOf(place, 'id');
    const name = textOf(locations.current(id) ?? {}, 'name');
    return { ...place, locationDefinition: { id, name, selfUri: `/api/v2/locations/${id}` } };
  });
}

function placesIn(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
