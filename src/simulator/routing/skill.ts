import type { EntityType } from '../entity/entity-type.ts';

/** ACD skills. Only the division can be changed; deleted skills stay listed with state `deleted`. */
export const skillType: EntityType = {
  name: 'routing_skill',
  label: 'skill',
  path: '/api/v2/routing/skills',
  idParameter: 'skillId',
  list: { permissions: { any: ['routing:skill:view'] }, maxPageSize: 500, name: 'prefix', byId: true },
  get: { permissions: { any: ['routing:skill:view'] } },
  create: { permissions: { any: ['routing:skill:manage', 'routing:skill:create'] }, model: 'CreateRoutingSkill' },
  update: { method: 'PATCH', permissions: { any: ['routing:skill:update'] }, model: 'UpdateSkillDivisionRequest' },
  delete: { permissions: { any: ['routing:skill:manage', 'routing:skill:delete'] } },
  divided: true,
  softDelete: 'listed',
  uniqueName: { status: 409, code: 'general.conflict' },
  references: [{ path: 'division.id', type: 'auth_division', blocksDelete: 400 }],
  stamps: ['dateModified', 'state'],
  audit: { service: 'ContactCenter', entityType: 'RoutingSkill' },
  hooks: {
    accept: (_context, body) => {
      const { divisionId, ...rest } = body;
      return divisionId === undefined ? rest : { ...rest, division: { id: divisionId } };
    },
    present: (_organisation, skill) => ({ version: String(skill['version'] ?? 1) }),
  },
};
