import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { stringsAt } from '../kernel/paths.ts';
import { textOf, type Entity } from '../kernel/values.ts';

/** Greetings of users, groups and the organisation: one kind of object. The plain list has those of the organisation. */
export const greetingType: EntityType = describedType('greeting', {
  label: 'greeting',
  audit: { service: 'Directory', entityType: 'Greeting' },
  defaults: (organisation) => ({ owner: { id: organisation.id } }),
  list: {
    permissions: { none: true },
    maxPageSize: 100,
    page: 'DomainEntityListing',
    element: 'DomainEntity',
    filter: () => (greeting) => greeting['ownerType'] === 'ORGANIZATION',
  },
});

/** Whether the greeting belongs to that user or group. */
export function belongsTo(greeting: Entity, ownerType: string, ownerId: string): boolean {
  return textOf(greeting, 'ownerType') === ownerType && stringsAt(greeting, 'owner.id').includes(ownerId);
}
