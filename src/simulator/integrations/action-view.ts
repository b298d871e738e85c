import type { Context } from '../context.ts';
import { expansions } from '../entity/listing.ts';
import type { Entity, JsonObject } from '../kernel/values.ts';
import { queryFlag } from '../wire/query.ts';
import { actionType, objectAt } from './action.ts';

/** Names of the template files of an action. */
export const templateFiles = { request: 'requesttemplate.vm', success: 'successtemplate.vm' } as const;
/** Names of the schema files of an action. */
export const schemaFiles = { input: 'inputschema.json', success: 'successschema.json' } as const;

/** What an answer shows of an action beside its outline. */
export type ActionView = { readonly contract: boolean; readonly config: boolean; readonly draft: boolean };

/** What the request asks for with `expand=contract` and `includeConfig=true`. */
export function askedView(context: Context, draft: boolean): ActionView {
  const config = queryFlag(context.query, 'includeConfig');
  return { contract: expansions(context.query).includes('contract'), config, draft };
}

/** An action or draft as an answer shows it. */
export function shownAction(action: Entity, view: ActionView): JsonObject {
  const base = `${actionType.path}/${action.id}${view.draft ? '/draft' : ''}`;
  const { config: _config, contract: _contract, ...outline } = action;
  return {
    ...outline,
    contract: shownContract(action, base, view.contract),
    ...(view.config ? { config: shownConfig(action, base) } : {}),
    selfUri: base,
  };
}

function shownContract(action: Entity, base: string, whole: boolean): JsonObject {
  const contract = objectAt(action, 'contract');
  const inputSchemaUri = `${base}/schemas/${schemaFiles.input}`;
  const successSchemaUri = `${base}/schemas/${schemaFiles.success}`;
  if (!whole) return { input: { inputSchemaUri }, output: { successSchemaUri } };
  return {
    input: { ...objectAt(contract, 'input'), inputSchemaUri },
    output: { ...objectAt(contract, 'output'), successSchemaUri },
  };
}

function shownConfig(action: Entity, base: string): JsonObject {
  const { request: _request, ...config } = objectAt(action, 'config');
  const request = objectAt(objectAt(action, 'config'), 'request');
  const response = objectAt(config, 'response');
  return {
    ...config,
    ...(Object.keys(request).length === 0 ? {} : { request: shownRequest(request, base) }),
    response: {
      ...response,
      ...uriOf(response['successTemplate'], 'successTemplateUri', `${base}/templates/${templateFiles.success}`),
    },
  };
}

function shownRequest(request: JsonObject, base: string): JsonObject {
  const uri = `${base}/templates/${templateFiles.request}`;
  return { ...request, ...uriOf(request['requestTemplate'], 'requestTemplateUri', uri) };
}

function uriOf(template: unknown, name: string, uri: string): JsonObject {
  return template === undefined ? {} : { [name]: uri };
}
