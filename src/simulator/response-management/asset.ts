import { describedType } from '../described/described-type.ts';
import { isObject, stringsOf, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import { checkBody } from '../model/model-check.ts';
import { removeFile } from './asset-file.ts';
import { librariesOf } from './library.ts';

/** Files that canned responses send along. They are made by uploading; their list is a search. */
export const assetType = describedType('responsemanagement_responseasset', {
  label: 'response asset',
  audit: { service: 'ResponseManagement' },
  without: ['create', 'get'],
  people: 'reference',
  list: {
    permissions: { all: ['responseAssets:asset:view'] },
    method: 'POST',
    maxPageSize: 100,
    page: 'ResponseAssetSearchResults',
    items: 'results',
    filter: (_query, { body }) => {
      const { query } = checkBody(body, 'ResponseAssetSearchRequest');
      const conditions = Array.isArray(query) ? query.filter(isObject) : [];
      return (asset) => conditions.every((condition) => holds(condition, asset));
    },
  },
  hooks: {
    stored: (context, asset, before) => {
      if (!asset && before) removeFile(context.organisation, before.id);
    },
    present: (organisation, asset) => {
      const users = organisation
        .collection('responsemanagement_response')
        .currentAll()
        .filter((response) => librariesOf(response).length > 0 && sends(response, asset.id));
      return {
        responses: users.map(({ id, name }) => ({ id, name, selfUri: `/api/v2/responsemanagement/responses/${id}` })),
      };
    },
  },
});

function sends(response: Entity, assetId: string): boolean {
  const assets = response['assets'];
  return Array.isArray(assets) && assets.some((asset) => isObject(asset) && asset['id'] === assetId);
}

function holds(condition: JsonObject, asset: Entity): boolean {
  const single = textOf(condition, 'value');
  const wanted = [...stringsOf(condition['values']), ...(single === '' ? [] : [single])].map((text) =>
    text.toLowerCase(),
  );
  if (wanted.length === 0) return true;
  const values = stringsOf(condition['fields']).map((field) => textOf(asset, field).toLowerCase());
  const isStart = condition['type'] === 'STARTS_WITH';
  return values.some((value) => wanted.some((text) => (isStart ? value.startsWith(text) : value === text)));
}
