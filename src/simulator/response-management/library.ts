import { describedType } from '../described/described-type.ts';
import { refId, textOf, type Entity } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** Libraries of canned responses. Those that are in no other library go with the one that is deleted. */
export const libraryType = describedType('responsemanagement_library', {
  label: 'library',
  audit: { service: 'ResponseManagement' },
  list: {
    permissions: { any: ['responses:library:view'] },
    maxPageSize: 100,
    page: 'LibraryEntityListing',
    filter: (query) => {
      const prefix = query.get('libraryPrefix')?.toLowerCase() ?? '';
      return prefix === '' ? undefined : (library) => textOf(library, 'name').toLowerCase().startsWith(prefix);
    },
  },
  hooks: {
    stored: (context, library, before) => {
      if (!library && before) forgetLibrary(context.organisation, before.id);
    },
  },
});

/** The ids of the libraries that a response is in. */
export function librariesOf(response: Entity): readonly string[] {
  const libraries = response['libraries'];
  return Array.isArray(libraries) ? libraries.flatMap((library) => refId(library) ?? []) : [];
}

function forgetLibrary(organisation: Organisation, libraryId: string): void {
  const responses = organisation.collection('responsemanagement_response');
  for (const response of responses.currentAll()) {
    const left = librariesOf(response).filter((id) => id !== libraryId);
    if (left.length === librariesOf(response).length) continue;
    if (left.length === 0) responses.remove(response.id);
    else responses.put({ ...response, libraries: left.map((id) => ({ id })) });
  }
}
