import type { Context } from '../../context.ts';
import { readableEntity } from '../../entity/visibility.ts';
import type { Route } from '../../feature.ts';
import { isObject, stringsOf, textOf, type JsonObject } from '../../kernel/values.ts';
import { checkBody } from '../../model/model-check.ts';
import type { Reply } from '../../wire/message.ts';
import { notFound } from '../../wire/platform-error.ts';
import { pristineRole } from './default-roles.ts';
import { shownRole } from './role-routes.ts';
import { roleType } from './role-type.ts';

const path = `${roleType.path}/{leftRoleId}/comparedefault/{rightRoleId}`;
const view = { any: ['authorization:role:view'] } as const;

/** How a role, stored or in the body, differs from a default role as it was made. */
export const compareRoutes: readonly Route[] = [
  { method: 'GET', path, permissions: view, handle: (context) => compare(context, shownLeft(context)) },
  {
    method: 'POST',
    path,
    permissions: view,
    handle: (context) =>
      compare(context, { ...shownLeft(context), ...checkBody(context.body, 'DomainOrganizationRole') }),
  },
];

function shownLeft(context: Context): JsonObject {
  return shownRole(context, readableEntity(context, roleType, context.params['leftRoleId'] ?? ''));
}

function compare(context: Context, left: JsonObject): Reply {
  const rightId = context.params['rightRoleId'] ?? '';
  const right = pristineRole(context.organisation, rightId);
  if (!right) throw notFound('default role', rightId);
  const [own, original] = [policiesIn(left), policiesIn(right)];
  return {
    status: 200,
    body: {
      removedPermissionPolicies: minus(original, own),
      addedPermissionPolicies: minus(own, original),
      samePermissionPolicies: minus(own, minus(own, original)),
      userOrgRole: left,
      roleFromDefault: right,
    },
  };
}

function policiesIn(role: JsonObject): readonly JsonObject[] {
  const policies = role['permissionPolicies'];
  return Array.isArray(policies) ? policies.filter(isObject) : [];
}

/** The policies of `from` with the actions that `other` has not; policies without any left are dropped. */
function minus(from: readonly JsonObject[], other: readonly JsonObject[]): readonly JsonObject[] {
  const actions = Map.groupBy(other, nameOf);
  return from.flatMap((policy) => {
    const known = new Set((actions.get(nameOf(policy)) ?? []).flatMap((same) => stringsOf(same['actionSet'])));
    const actionSet = stringsOf(policy['actionSet']).filter((action) => !known.has(action));
    return actionSet.length === 0 ? [] : [{ ...policy, actionSet }];
  });
}

function nameOf(policy: JsonObject): string {
  return `${textOf(policy, 'domain')}:${textOf(policy, 'entityName')}`;
}
