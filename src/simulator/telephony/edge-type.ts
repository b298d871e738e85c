import { describedType, type OwnFacts } from '../described/described-type.ts';
import type { EntityReference, EntityType } from '../entity/entity-type.ts';

/** A telephony type: what refers to another object of telephony keeps it from deletion with 409. */
export function edgeType(name: string, own: Omit<OwnFacts, 'audit'>): EntityType {
  const type = describedType(name, { ...own, audit: { service: 'Telephony' } });
  return { ...type, references: (type.references ?? []).map((reference) => held(reference, name)) };
}

/** Objects refer to themselves as their own primary site; that keeps nothing. */
function held(reference: EntityReference, own: string): EntityReference {
  const isHeld = reference.type !== own && (reference.type.startsWith('telephony_') || reference.type === 'location');
  return isHeld && reference.blocksDelete === undefined ? { ...reference, blocksDelete: 409 } : reference;
}
