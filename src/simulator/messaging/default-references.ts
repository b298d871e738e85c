import { textOf, type JsonObject } from '../kernel/values.ts';
import type { Organisation } from '../state/organisation.ts';

/** Where the default setting and the default supported content are stored, and under which property. */
export const defaultsOf = {
  messagingSetting: { shelf: 'conversations_messaging_settings_default', property: 'settingId' },
  supportedContent: { shelf: 'conversations_messaging_supportedcontent_default', property: 'contentId' },
} as const;

/** What a new integration is given where its body says nothing: the organisation's defaults, as far as they are set. */
export function defaultReferences(organisation: Organisation): JsonObject {
  const entries = Object.entries(defaultsOf).flatMap(([name, place]) => {
    const id = defaultId(organisation, place);
    return id === '' ? [] : [[name, { id }] as const];
  });
  return Object.fromEntries(entries);
}

/** The id of a default; '' when none is set. */
export function defaultId(
  organisation: Organisation,
  { shelf, property }: { readonly shelf: string; readonly property: string },
): string {
  return textOf(organisation.collection(shelf).currentAll()[0] ?? {}, property);
}
