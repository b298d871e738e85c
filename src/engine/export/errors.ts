import type { ErrorCodeMeaning } from '../../core/index.ts';

/** What an export has to say about objects it could not write as they are. */
export const exportErrorCodes = {
  SB3051: {
    summary: 'A field was left out of the export because what it points at has no name',
    remedy:
      'Give the client the permission to view that type in all divisions, then export again; without the field the document leaves it as it is.',
  },
  SB3052: {
    summary: 'An object was not exported because it has no key',
    remedy: 'Give the object its name in Genesys Cloud, or the client the permission to view its parent.',
  },
  SB3053: {
    summary: 'Not all objects of a type could be seen',
    remedy: 'Give the client the permission over all divisions; signalbox doctor names what is missing.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;
