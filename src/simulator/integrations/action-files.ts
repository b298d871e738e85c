import type { Context } from '../context.ts';
import type { Route } from '../feature.ts';
import type { Entity } from '../kernel/values.ts';
import type { Reply } from '../wire/message.ts';
import { notFound } from '../wire/platform-error.ts';
import { objectAt, viewActions } from './action.ts';
import { schemaFiles, templateFiles } from './action-view.ts';

/** The template and schema files under an action or a draft at `base`. */
export function fileRoutes(base: string, find: (context: Context) => Entity): readonly Route[] {
  return [
    {
      method: 'GET',
      path: `${base}/templates/{fileName}`,
      permissions: viewActions,
      handle: (context) => template(context, find(context)),
    },
    {
      method: 'GET',
      path: `${base}/schemas/{fileName}`,
      permissions: viewActions,
      handle: (context) => schema(context, find(context)),
    },
  ];
}

function template(context: Context, action: Entity): Reply {
  const fileName = context.params['fileName'] ?? '';
  const config = objectAt(action, 'config');
  const texts: Readonly<Record<string, unknown>> = {
    [templateFiles.request]: objectAt(config, 'request')['requestTemplate'] || '${input.rawRequest}',
    [templateFiles.success]: objectAt(config, 'response')['successTemplate'] || '${rawResult}',
  };
  const text = texts[fileName.toLowerCase()];
  if (typeof text !== 'string') throw notFound('template', fileName);
  return { status: 200, body: text, headers: { 'Content-Type': 'text/plain' } };
}

function schema(context: Context, action: Entity): Reply {
  const fileName = context.params['fileName'] ?? '';
  const contract = objectAt(action, 'contract');
  const schemas: Readonly<Record<string, unknown>> = {
    [schemaFiles.input]: objectAt(contract, 'input')['inputSchema'],
    [schemaFiles.success]: objectAt(contract, 'output')['successSchema'],
  };
  const found = schemas[fileName.toLowerCase()];
  if (found === undefined) throw notFound('schema', fileName);
  return { status: 200, body: found };
}
