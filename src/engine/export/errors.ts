import { SignalboxError, type ErrorCodeMeaning } from '../../core/index.ts';

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
  SB3054: {
    summary: 'A pattern of the export fits no object',
    remedy:
      'Compare it with the addresses of an export without patterns: type/key, where * stands for any text and ? for one character.',
  },
  SB3055: {
    summary: 'A division that the export was limited to is not there',
    remedy: 'Give the name of a division as the organisation has it, and the client the permission to view divisions.',
  },
  SB3056: {
    summary: 'What a content text points at could not be followed',
    remedy: 'Open the text in its editor and publish it again; what it points at can be exported by name meanwhile.',
  },
  SB3057: {
    summary: 'References name an address that several objects share',
    remedy:
      'Give the objects names that differ by more than case or the form of their accents, or pin the one that is meant to an address of its own.',
  },
} as const satisfies Readonly<Record<string, ErrorCodeMeaning>>;

/** The error of a division that was named and is not there; `nearest` is the name most like it. */
export function unknownDivision(division: string, nearest: string | undefined): SignalboxError<'SB3055'> {
  return new SignalboxError({
    code: 'SB3055',
    message: `There is no division "${division}", or it may not be seen.`,
    remedy: `${nearest === undefined ? '' : `Did you mean "${nearest}"? `}${exportErrorCodes.SB3055.remedy}`,
    context: { division },
  });
}
