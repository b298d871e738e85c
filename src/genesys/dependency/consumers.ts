import type { JsonObject } from '../../core/index.ts';
import type { Catalogue, Consumer, ListRules } from '../../core/resource/index.ts';
import { failureOf } from '../errors.ts';
import { textAt } from '../flow/job.ts';
import { descriptorOf, type ResourceContext } from '../resource/context.ts';
import { readPages } from '../listing/read-pages.ts';
import { readObject } from '../resource/read.ts';
import { objectTypeOf, objectTypeOfFlow, typeOfObjectType } from './object-types.ts';

const rules = {
  path: '/api/v2/architect/dependencytracking/consumingresources',
  paging: 'page',
  pageSize: 100,
  items: 'entities',
  whole: true,
  idField: 'id',
} as const satisfies ListRules;

/** What Architect knows to use an object; undefined for types it does not track and for callers that may not ask. */
export async function readConsumers(
  context: ResourceContext,
  type: string,
  id: string,
): Promise<readonly Consumer[] | undefined> {
  const objectType = await objectTypeFor(context, type, id);
  if (objectType === undefined) return undefined;
  try {
    const { elements } = await readPages(context.client, { ...rules, query: { id, objectType } }, {});
    const flowType = flowTypeOf(context.catalogue);
    return elements.filter((element) => element['deleted'] !== true).map((element) => consumerOf(element, flowType));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === 'forbidden') return undefined;
    if (failure === 'gone') return [];
    throw error;
  }
}

async function objectTypeFor(context: ResourceContext, type: string, id: string): Promise<string | undefined> {
  if (descriptorOf(context.catalogue, type).api.capability.kind !== 'flow-jobs') return objectTypeOf[type];
  const flow = await readObject(context, type, id);
  const kind = textAt(flow?.body, ['type']);
  return kind === undefined ? undefined : objectTypeOfFlow(kind);
}

/** The catalogue's type for flows: the one whose content goes through flow jobs. */
function flowTypeOf(catalogue: Catalogue): string {
  return catalogue.types.find((type) => catalogue.find(type)?.api.capability.kind === 'flow-jobs') ?? 'flow';
}

function consumerOf(element: JsonObject, flowType: string): Consumer {
  return {
    type: typeOfObjectType(textAt(element, ['type']) ?? '', flowType),
    id: textAt(element, ['id']) ?? '',
    name: textAt(element, ['name']) ?? '',
  };
}
