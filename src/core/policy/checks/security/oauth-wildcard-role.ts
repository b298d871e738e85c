import { ensureListed, findObject } from '../../../plan/world/listing.ts';
import { documentOf } from '../../../plan/world/projected-object.ts';
import type { World } from '../../../plan/world/world.ts';
import type { Json } from '../../../json/json.ts';
import { isLinkedReference } from '../../../resource/reference.ts';
import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { addedTo, nameOfReference } from './grants.ts';
import { isWildcard, permissionsOfRole, shortList } from './role-permissions.ts';

/** SB1125: no program gets a role that may do everything with something. Reads the roles, only when a client gets one. */
export const oauthWildcardRole = defineCheck({
  code: 'SB1125',
  name: 'oauth-wildcard-role',
  severity: 'error',
  types: ['oauth_client'],
  looksAt: 'roles that an OAuth client gets, and the permissions of those roles',
  run: (context) =>
    findingsPerObject(context, ({ address, before, after }) =>
      addedTo('roleDivisions', before, after).flatMap(({ roleId }) => {
        const broad = permissionsBehind(context.world, roleId).filter(isWildcard);
        if (broad.length === 0) return [];
        return [`${address} gets ${nameOfReference(context.world, roleId)}, which has ${shortList(broad)}.`];
      }),
    ),
});

function permissionsBehind(world: World, role: Json | undefined): readonly string[] {
  if (!isLinkedReference(role)) return [];
  const descriptor = world.input.catalogue.find(role.$type);
  if (descriptor !== undefined) ensureListed(world, descriptor);
  const found = findObject(world, role.$type, role.$handle);
  return found === undefined ? [] : permissionsOfRole(documentOf(found));
}
