import type { Context } from '../../context.ts';
import { readableEntity } from '../../entity/visibility.ts';
import { isObject, refId, textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import { badRequest } from '../../wire/platform-error.ts';
import { findFlow, flowType } from '../flow/flow-type.ts';
import type { WantedFlow } from './job-record.ts';

/** The flows that the body of a validate or export job names. PlatformError 400. */
export function wantedFlows(context: Context): readonly WantedFlow[] {
  const list = isObject(context.body) ? context.body['flows'] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    throw badRequest('The request is missing a required value: flows.', 'missing.required.value', {
      details: [{ errorCode: 'missing.required.value', fieldName: 'flows' }],
    });
  }
  return list.map((item: unknown, index) => wantedFlow(item, index));
}

function wantedFlow(item: unknown, index: number): WantedFlow {
  const flow = isObject(item) && isObject(item['flow']) ? item['flow'] : undefined;
  if (!isObject(item) || !flow) throw badRequest(`flows[${index}].flow is missing.`, 'missing.required.value');
  const exportType = textOf(item, 'exportType') || 'Yaml';
  if (!['Architect', 'Yaml'].includes(exportType)) {
    throw badRequest(
      `Value [${exportType}] is not valid for field [flows[${index}].exportType]. Allowable values are: Architect, Yaml`,
      'invalid.value',
    );
  }
  if (textOf(flow, 'id') === '' && (textOf(flow, 'name') === '' || textOf(flow, 'type') === '')) {
    throw badRequest(`flows[${index}].flow needs an id, or a name and a type.`, 'missing.required.value');
  }
  return { ...textsIn(flow), exportType };
}

function textsIn(flow: JsonObject): WantedFlow {
  const names = ['id', 'name', 'type', 'version'];
  return Object.fromEntries(names.map((name) => [name, textOf(flow, name)]).filter(([, value]) => value !== ''));
}

/** The flow meant and its version, the published one unless another is named; or what is wrong. PlatformError 403 or 404. */
export function lookUpFlow(
  context: Context,
  wanted: WantedFlow,
): { readonly flow: Entity; readonly versionId: string } | { readonly problem: string } {
  const { id, name = '', type = '', version } = wanted;
  const found =
    id === undefined ? findFlow(context.organisation, type.toUpperCase(), name) : readableEntity(context, flowType, id);
  if (!found || found['state'] === 'deleted')
    return { problem: `Unable to find the flow ${id ?? `'${name}' of type ${type}`}.` };
  const flow = readableEntity(context, flowType, found.id);
  const versionId = version ?? refId(flow['publishedVersion']);
  if (versionId === undefined) return { problem: `The flow '${textOf(flow, 'name')}' has no published version.` };
  return { flow, versionId };
}
