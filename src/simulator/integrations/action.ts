import type { EntityType, Listing } from '../entity/entity-type.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { consumersOf } from '../state/dependencies.ts';
import { badRequest, PlatformError } from '../wire/platform-error.ts';
import { queryFlag, queryList } from '../wire/query.ts';
import { isCustomAuth } from './custom-auth.ts';

const requestTypes = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'HEAD'];

/** Who may see data actions. */
export const viewActions = { any: ['integrations:action:view', 'bridge:actions:view'] };

/**
 * Published data actions. Two may have one name, even in one category. What GET shows depends on `expand=contract` and
 * `includeConfig`, so all operations are routes of their own; `actionWrites` carries the rules of writing.
 */
export const actionType: EntityType = {
  name: 'integration_action',
  label: 'data action',
  path: '/api/v2/integrations/actions',
  idParameter: 'actionId',
  version: { style: 'conflict', required: true },
  references: [{ path: 'integrationId', type: 'integration' }],
  defaults: () => ({ secure: false }),
  audit: { service: 'Integrations', entityType: 'Action' },
  hooks: {
    check: (_context, action) => checkAction(action),
    checkDelete: (context, action) => {
      if (isCustomAuth(action.id)) throw badRequest('The action belongs to the credentials of its integration.');
      const [flow] = consumersOf(context.organisation, { type: 'DATAACTION', id: action.id });
      if (!flow) return;
      const message = `The data action with id ${action.id} cannot be deleted because it is in use by flow "${flow.name ?? ''}" (${flow.id}).`;
      throw new PlatformError(400, 'object.in.use', message, {
        details: [{ errorCode: 'in.use', entityId: flow.id, entityName: flow.name ?? '' }],
      });
    },
  },
};

/** The same type with its write operations. */
export const actionWrites: EntityType = {
  ...actionType,
  create: { permissions: { any: ['integrations:action:add'] }, model: 'PostActionInput' },
  update: { method: 'PATCH', permissions: { any: ['integrations:action:edit'] }, model: 'UpdateActionInput' },
  delete: { permissions: { any: ['integrations:action:delete'] } },
};

/** How actions and drafts are listed. */
export const actionListing: Listing = {
  permissions: viewActions,
  maxPageSize: 100,
  name: 'contains',
  filter: (query) => {
    const ids = new Set(queryList(query, 'ids'));
    const category = query.get('category')?.toLowerCase();
    const secure = query.get('secure')?.toLowerCase();
    const withAuthActions = queryFlag(query, 'includeAuthActions');
    return (action) =>
      (withAuthActions || !isCustomAuth(action.id)) &&
      (ids.size === 0 || ids.has(action.id)) &&
      (!category || textOf(action, 'category').toLowerCase() === category) &&
      (!secure || String(action['secure'] === true) === secure);
  },
};

/** Refuses an action with an unknown request type or with schemas that are not objects (PlatformError 400). */
function checkAction(action: Entity): void {
  const [problem] = actionProblems(action);
  if (problem)
    throw badRequest(problem.message, 'invalid.value', {
      details: [{ errorCode: 'invalid.value', fieldName: problem.field }],
    });
}

/** What stands against publishing an action, with the place. */
export function actionProblems(action: JsonObject): readonly { readonly field: string; readonly message: string }[] {
  const request = objectAt(objectAt(action, 'config'), 'request');
  const type = textOf(request, 'requestType').toUpperCase();
  const contract = objectAt(action, 'contract');
  return [
    ...(type === '' || requestTypes.includes(type)
      ? []
      : [
          {
            field: 'config.request.requestType',
            message: `Value [${type}] is not valid for field [config.request.requestType]. Allowable values are: ${requestTypes.join(', ')}`,
          },
        ]),
    ...schemaProblem(objectAt(contract, 'input')['inputSchema'], 'contract.input.inputSchema', ['object']),
    ...schemaProblem(objectAt(contract, 'output')['successSchema'], 'contract.output.successSchema', [
      'object',
      'array',
    ]),
  ];
}

function schemaProblem(
  schema: unknown,
  field: string,
  types: readonly string[],
): readonly { field: string; message: string }[] {
  if (isObject(schema) && types.includes(textOf(schema, 'type'))) return [];
  return [{ field, message: `${field} must be a JSON schema of type ${types.join(' or ')}.` }];
}

/** The object at `key`, or an empty one. */
export function objectAt(object: JsonObject, key: string): JsonObject {
  return isObject(object[key]) ? object[key] : {};
}
