import { refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import { linesOf } from './lines.ts';

/** Which stations a user has; the id is the user's. */
type Association = Entity & { readonly associated?: string; readonly fallback?: string; readonly since?: string };

const shelf = 'telephony.stations';

/** The station of every line of every phone, as reads see them. A station has the id of its line. */
export function stationsIn(organisation: Organisation): readonly Entity[] {
  const users = usersByStation(organisation);
  return organisation
    .collection('telephony_providers_edges_phone')
    .shownAll()
    .filter(({ state }) => state !== 'deleted')
    .flatMap((phone) => linesOf(phone).map((line) => stationOf(phone, line.id, users.get(line.id))));
}

/** The stations that a user has. */
export function associationOf(organisation: Organisation, userId: string): Association {
  return organisation.collection(shelf).current(userId) ?? { id: userId };
}

/** Changes which stations a user has. */
export function putAssociation(organisation: Organisation, association: Association): void {
  organisation.collection(shelf).put(association);
}

function usersByStation(organisation: Organisation): ReadonlyMap<string, string> {
  const all = organisation.collection(shelf).currentAll();
  return new Map(
    all.flatMap((association) => {
      const station = textOf(association, 'associated');
      return station === '' ? [] : [[station, association.id] as const];
    }),
  );
}

function stationOf(phone: Entity, id: string, userId: string | undefined): Entity {
  const webRtcUserId = refId(phone['webRtcUser']);
  const own: JsonObject = {
    ...(userId === undefined ? {} : { userId }),
    ...(webRtcUserId === undefined ? {} : { webRtcUserId }),
  };
  return {
    id,
    name: textOf(phone, 'name'),
    description: textOf(phone, 'description'),
    status: userId === undefined ? 'AVAILABLE' : 'ASSOCIATED',
    type: (refId(phone['phoneMetaBase']) ?? 'generic_sip').replace(/\.json$/u, ''),
    lineAppearanceId: id,
    ...own,
    selfUri: `/api/v2/stations/${id}`,
  };
}
