import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** A number or extension that something has. */
export type AssignedNumber = {
  readonly number: string;
  readonly owner: Entity;
  readonly ownerType: 'IVR_CONFIG' | 'USER';
};

/** The phone numbers of IVRs and people, as reads see them. */
export function assignedDids(organisation: Organisation): readonly AssignedNumber[] {
  const ivrs = alive(organisation, 'architect_ivr').flatMap((owner) =>
    stringsOf(owner['dnis']).map((number) => ({ number, owner, ownerType: 'IVR_CONFIG' as const })),
  );
  return [...ivrs, ...numbersOfPeople(organisation, 'address')];
}

/** The extensions of people, as reads see them. */
export function assignedExtensions(organisation: Organisation): readonly AssignedNumber[] {
  return numbersOfPeople(organisation, 'extension');
}

function numbersOfPeople(organisation: Organisation, part: 'address' | 'extension'): readonly AssignedNumber[] {
  return alive(organisation, 'user').flatMap((owner) =>
    phonesOf(owner).flatMap((phone) => {
      const number = textOf(phone, part);
      return number === '' ? [] : [{ number, owner, ownerType: 'USER' as const }];
    }),
  );
}

function phonesOf(user: Entity): readonly JsonObject[] {
  const places = [user['addresses'], user['primaryContactInfo']].flatMap((list) => (Array.isArray(list) ? list : []));
  const phones = places.filter(isObject).filter((place) => textOf(place, 'mediaType') === 'PHONE');
  const seen = new Set<string>();
  return phones.filter((phone) => {
    const key = `${textOf(phone, 'address')}/${textOf(phone, 'extension')}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

function alive(organisation: Organisation, type: string): readonly Entity[] {
  return organisation
    .collection(type)
    .shownAll()
    .filter((entity) => entity['state'] !== 'deleted');
}
