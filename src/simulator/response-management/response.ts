import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import { isObject, textOf, type Entity, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';
import { badRequest, PlatformError } from '../wire/platform-error.ts';
import { librariesOf, libraryType } from './library.ts';

/** Canned responses. Their list asks for one library; the files that they send cannot be deleted meanwhile. */
export const responseType = describedType('responsemanagement_response', {
  label: 'response',
  audit: { service: 'ResponseManagement' },
  holds: { responsemanagement_responseasset: 400 },
  list: {
    permissions: { any: ['responses:response:view'] },
    maxPageSize: 100,
    page: 'ResponseEntityListing',
    filter: (query) => {
      const libraryId = query.get('libraryId') ?? '';
      if (libraryId === '') throw missing('libraryId');
      return (response) => librariesOf(response).includes(libraryId);
    },
  },
  hooks: {
    check: (context, response, before) => {
      if (librariesOf(response).length === 0) throw missing('libraries');
      if (!before) requireVisible(context, response);
    },
    present: (organisation, response) => ('assets' in response ? { assets: shownAssets(organisation, response) } : {}),
  },
});

/** A library that was made just now is not there for its responses yet. */
function requireVisible({ organisation }: Context, response: Entity): void {
  const libraries = organisation.collection(libraryType.name);
  const hidden = librariesOf(response).find((id) => !libraries.shown(id));
  if (hidden === undefined) return;
  throw new PlatformError(412, 'precondition.failed', `Unable to find library with id ${hidden}`, { entityId: hidden });
}

function shownAssets(organisation: Organisation, response: Entity): readonly JsonObject[] {
  const assets = Array.isArray(response['assets']) ? response['assets'].filter(isObject) : [];
  return assets.map((asset) => {
    const id = textOf(asset, 'id');
    const found = organisation.collection('responsemanagement_responseasset').current(id);
    const contentLocation = found && textOf(found, 'contentLocation');
    return {
      ...asset,
      ...(contentLocation === undefined ? {} : { contentLocation }),
      selfUri: `/api/v2/responsemanagement/responseassets/${id}`,
    };
  });
}

function missing(fieldName: string): Error {
  const details = [{ errorCode: 'missing.required.value', fieldName }];
  return badRequest(`The request is missing a required value: ${fieldName}.`, 'missing.required.value', { details });
}
