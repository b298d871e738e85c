import { SignalboxError } from '../../core/index.ts';
import type { TypeListing } from '../../core/resource/index.ts';
import type { PlatformReader } from '../ports.ts';
import { failureOf } from '../steps/failure.ts';

/**
 * The reader with a listing that says why for each type that may not be read, or that a saved snapshot does not hold,
 * instead of an error.
 */
export function createTolerantReader(reader: PlatformReader): PlatformReader {
  const { listPages } = reader;
  return {
    ...reader,
    list: async (type) => reader.list(type).catch((error: unknown) => hiddenOr(error, type)),
    listPart: async (type, parentId) =>
      reader.listPart(type, parentId).catch((error: unknown) => hiddenOr(error, type)),
    readContent: async (type, id) =>
      reader.readContent(type, id).catch((error: unknown) => {
        if (isLacking(error)) return undefined;
        throw error;
      }),
    ...(listPages === undefined
      ? {}
      : {
          async *listPages(type: string) {
            try {
              yield* listPages(type);
            } catch (error) {
              yield hiddenOr(error, type);
            }
          },
        }),
  };
}

function hiddenOr(error: unknown, type: string): TypeListing {
  if (isLacking(error))
    return { objects: [], complete: false, incompleteBecause: `the snapshot does not hold all ${type}` };
  if (failureOf(error) !== 'forbidden') throw error;
  return { objects: [], complete: false, incompleteBecause: `the client may not read ${type}` };
}

function isLacking(error: unknown): boolean {
  return error instanceof SignalboxError && error.code === 'SB3150';
}
