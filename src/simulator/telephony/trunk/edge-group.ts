import type { EntityReference, EntityType } from '../../entity/entity-type.ts';
import { stringsAt } from '../../kernel/paths.ts';
import { isObject, refId, type JsonObject } from '../../kernel/values.ts';
import { edgeType } from '../edge-type.ts';
import { syncTrunks } from './trunk.ts';

const edgeTrunkBase: EntityReference = {
  path: 'edgeTrunkBaseAssignment.trunkBase.id',
  type: 'telephony_providers_edges_trunkbasesettings',
};

/** Groups of edges. The trunk bases that a group has become trunks. */
export const edgeGroupType: EntityType = edgeType('telephony_providers_edges_edge_group', {
  label: 'edge group',
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [edgeTrunkBase],
  defaults: () => ({ managed: false, hybrid: false, phoneTrunkBases: [] }),
  hooks: {
    accept: (_context, body) => ({ ...body, ...basesOf(body) }),
    stored: (context, group, before) => {
      if (group) {
        const ids = [...stringsAt(group, 'phoneTrunkBases[].id'), ...stringsAt(group, edgeTrunkBase.path)];
        syncTrunks(context, group, ids);
      } else if (before) syncTrunks(context, before, []);
    },
  },
});

/** Bodies hold whole trunk bases; which ones they are is all that counts. */
function basesOf(body: JsonObject): JsonObject {
  const { phoneTrunkBases, edgeTrunkBaseAssignment: assignment } = body;
  const base = isObject(assignment) ? refId(assignment['trunkBase']) : undefined;
  return {
    ...(Array.isArray(phoneTrunkBases)
      ? { phoneTrunkBases: phoneTrunkBases.map((item) => ({ id: refId(item) })) }
      : {}),
    ...(base === undefined
      ? {}
      : { edgeTrunkBaseAssignment: { ...(assignment as JsonObject), trunkBase: { id: base } } }),
  };
}
