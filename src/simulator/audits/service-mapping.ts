import type { Context } from '../context.ts';
import type { Reply } from '../wire/message.ts';

const otherActions: Readonly<Record<string, readonly string[]>> = {
  Queue: ['MemberAdd', 'MemberRemove', 'MemberUpdate'],
  Flow: ['Checkin', 'Checkout', 'Publish', 'Unlock', 'Deactivate', 'Revert'],
  Action: ['Publish'],
};

/** Which services have audits, for which entity types and actions: those of the simulated types. */
export function serviceMapping(context: Context): Reply {
  const services = new Map<string, Set<string>>();
  for (const type of context.world.types.values()) {
    const entities = services.get(type.audit.service) ?? new Set<string>();
    services.set(type.audit.service, entities.add(type.audit.entityType));
  }
  return {
    status: 200,
    body: {
      services: [...services].map(([name, entities]) => ({
        name,
        entities: [...entities].map((entity) => ({
          name: entity,
          actions: ['Create', 'Update', 'Delete', ...(otherActions[entity] ?? [])],
        })),
      })),
    },
  };
}
