import { policiesOf, rolesCollection, type HeldGrant } from '../../access/grants.ts';
import { textOf, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';

/** A grant as answers show it; `subjectId` tells a grant of one's own from one that a group gives. */
export function shownGrant(organisation: Organisation, held: HeldGrant): JsonObject {
  const { subjectId, grant } = held;
  const role = organisation.collection(rolesCollection).current(grant.roleId);
  const policies = policiesOf(role, grant.divisionId).map(({ domain, entityName, actions }) => ({
    domain,
    entityName,
    actions,
  }));
  return {
    subjectId,
    division: shownDivision(organisation, grant.divisionId),
    role: {
      id: grant.roleId,
      name: textOf(role ?? {}, 'name'),
      description: textOf(role ?? {}, 'description'),
      policies,
      default: role?.['default'] === true,
      selfUri: `/api/v2/authorization/roles/${grant.roleId}`,
    },
    grantMadeAt: grant.grantMadeAt,
  };
}

/** Id, name and address of a division; `*` stands for all divisions. */
export function divisionReference(organisation: Organisation, id: string): JsonObject {
  if (id === '*') return { id: '*', name: '*' };
  const name = textOf(organisation.collection('auth_division').current(id) ?? {}, 'name');
  return { id, name, selfUri: `/api/v2/authorization/divisions/${id}` };
}

function shownDivision(organisation: Organisation, id: string): JsonObject {
  const division: JsonObject = organisation.collection('auth_division').current(id) ?? {};
  const { description = '', homeDivision = false } = division;
  return { ...divisionReference(organisation, id), description, homeDivision };
}
