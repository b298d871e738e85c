import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isObject, refId, type Entity, type JsonObject } from '../kernel/values.ts';
import { prunedTo } from '../model/model-form.ts';
import { badRequest } from '../wire/platform-error.ts';
import { queryList } from '../wire/query.ts';
import { isDefaultScript } from './default-scripts.ts';

/**
 * Scripts that agents see: what is being edited; the published form of a script is kept apart. Two may have one name.
 * They are made and changed by uploading a file only.
 */
export const scriptType: EntityType = describedType('script', {
  label: 'script',
  audit: { service: 'Scripter' },
  list: {
    permissions: { any: ['scripter:script:view'] },
    maxPageSize: 500,
    page: 'ScriptEntityListing',
    name: 'contains',
    filter: scriptFilter,
  },
  delete: { permissions: { any: ['scripter:script:delete'] }, status: 200, answer: 'Script' },
  hooks: {
    present: (_organisation, script) => shownPages(script),
    checkDelete: (_context, script) => {
      if (isDefaultScript(script.id)) throw badRequest('A default script cannot be deleted.', 'invalid.operation');
    },
    stored: (context, script, before) => {
      if (!script && before) context.organisation.collection(publishedType.name).remove(before.id);
    },
  },
});

/** The published forms of scripts. */
export const publishedType: EntityType = { ...scriptType, name: 'script.published', label: 'published script' };

function shownPages({ pages }: Entity): JsonObject {
  return pages === undefined ? {} : { pages: prunedTo(pages, 'Array<Page>') };
}

function scriptFilter(query: URLSearchParams): ((script: Entity) => boolean) | undefined {
  const divisions = queryList(query, 'divisionIds');
  const feature = query.get('feature') ?? '';
  const flowId = query.get('flowId') ?? '';
  if (divisions.length === 0 && feature === '' && flowId === '') return undefined;
  return (script) =>
    (divisions.length === 0 || divisions.includes(refId(script['division']) ?? '')) &&
    (feature === '' || hasFeature(script, feature)) &&
    (flowId === '' || JSON.stringify(script).includes(flowId));
}

/** Features are kept as `{ callback: { properties: { enabled: { value: true } } } }`. */
function hasFeature(script: Entity, feature: string): boolean {
  const steps = ['features', feature, 'properties', 'enabled', 'value'];
  let value: unknown = script;
  for (const step of steps) value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  return value === true;
}
