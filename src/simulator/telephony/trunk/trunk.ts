import type { Context } from '../../context.ts';
import { describedType } from '../../described/described-type.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { stampsFor } from '../../entity/stamps.ts';
import { refId, type Entity } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

const bases = 'telephony_providers_edges_trunkbasesettings';

const described = describedType('telephony_providers_edges_trunk', {
  label: 'trunk',
  audit: { service: 'Telephony' },
  hooks: {
    present: (organisation, trunk) => {
      const base = baseOf(organisation, trunk);
      return base ? { name: base['name'], trunkType: base['trunkType'], trunkMetabase: base['trunkMetabase'] } : {};
    },
  },
});

/** Trunks. The platform makes one for each trunk base of an edge group; they can only be read. */
export const trunkType: EntityType = {
  ...described,
  list: {
    permissions: { none: true },
    maxPageSize: 100,
    ...described.list,
    filter: (query, { organisation }) => {
      const wanted = query.get('trunkType');
      return wanted ? (trunk) => baseOf(organisation, trunk)?.['trunkType'] === wanted : undefined;
    },
  },
};

function baseOf(organisation: Organisation, trunk: Entity): Entity | undefined {
  return organisation.collection(bases).current(refId(trunk['trunkBase']) ?? '');
}

/** Makes the trunks that an edge group lacks and deletes those whose base it does not have any more. */
export function syncTrunks(context: Context, group: Entity, baseIds: readonly string[]): void {
  const trunks = context.organisation.collection(trunkType.name);
  const own = trunks
    .currentAll()
    .filter((trunk) => refId(trunk['edgeGroup']) === group.id && trunk['state'] === 'active');
  for (const trunk of own) {
    if (baseIds.includes(refId(trunk['trunkBase']) ?? '')) continue;
    trunks.put({ ...trunk, ...stampsFor(context, trunkType, trunk), id: trunk.id, state: 'deleted' });
  }
  for (const baseId of new Set(baseIds)) {
    if (own.some((trunk) => refId(trunk['trunkBase']) === baseId)) continue;
    const base = context.organisation.collection(bases).current(baseId);
    trunks.put({
      ...stampsFor(context, trunkType, undefined),
      id: context.organisation.ids.next(),
      name: base?.['name'],
      trunkBase: { id: baseId },
      edgeGroup: { id: group.id },
      division: group['division'],
      enabled: true,
      inService: true,
      version: 1,
    });
  }
}
