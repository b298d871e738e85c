import type { Diagnostic, Json } from '../../../core/index.ts';
import type { ContentReference } from '../../../core/resource/index.ts';
import type { PlatformReader } from '../../ports.ts';
import type { ReadProgress } from '../../pull/read-progress.ts';
import { exportErrorCodes } from '../errors.ts';
import type { ObjectIndex, ObjectNumber } from './object-index.ts';
import { inParallel } from './read-objects.ts';
import type { Scratch } from './scratch.ts';

/** Reads published contents, each once, and puts them aside. */
export interface ContentReader {
  /** Reads the contents of these objects, as far as their types have any. */
  readonly read: (objects: readonly ObjectNumber[]) => Promise<void>;
  /** The text that was read; undefined where nothing was ever published, or the type has no content. */
  readonly textOf: (object: ObjectNumber) => string | undefined;
  /** What the text names; nothing when it can not be understood, which is noted. */
  readonly referencesOf: (object: ObjectNumber) => readonly ContentReference[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What a content reader works with. */
export interface ContentReading {
  readonly reader: PlatformReader;
  readonly scratch: Scratch;
  readonly progress: ReadProgress;
  readonly index: ObjectIndex;
  /** Parsers by format name; texts of others are not looked into. */
  readonly formats: Readonly<Record<string, (text: string) => Json>>;
}

/** A reader that has read nothing yet. */
export function createContentReader(reading: ContentReading): ContentReader {
  const { reader, scratch, progress, index } = reading;
  const places = new Map<ObjectNumber, number | undefined>();
  const diagnostics: Diagnostic[] = [];
  const textOf = (object: ObjectNumber): string | undefined => {
    const place = places.get(object);
    return place === undefined ? undefined : scratch.get(place);
  };
  return {
    read: async (objects) => {
      const wanted = objects.filter(
        (object) => index.descriptorOf(object).content !== undefined && !places.has(object),
      );
      const requestOf = (object: ObjectNumber) =>
        ({ kind: 'content', type: index.descriptorOf(object).type, id: index.idOf(object) }) as const;
      progress.expect(wanted.map(requestOf));
      await inParallel(wanted, async (object) => {
        const request = requestOf(object);
        const content = await reader.readContent(request.type, request.id);
        places.set(object, content === undefined || content.revision === '' ? undefined : scratch.put(content.text));
        progress.answered(request);
      });
    },
    textOf,
    referencesOf: (object) => {
      const rule = index.descriptorOf(object).content;
      const parse = rule === undefined ? undefined : reading.formats[rule.format];
      const text = textOf(object);
      if (rule === undefined || parse === undefined || text === undefined) return [];
      try {
        return rule.references(parse(text));
      } catch (error) {
        diagnostics.push(notUnderstood(index, object, error));
        return [];
      }
    },
    diagnostics,
  };
}

function notUnderstood(index: ObjectIndex, object: ObjectNumber, error: unknown): Diagnostic {
  const address = index.nameOf(object)?.address ?? `${index.descriptorOf(object).type}/~${index.idOf(object)}`;
  return {
    code: 'SB3056',
    severity: 'warning',
    summary: 'What a text points at could not be followed',
    detail: `${address}: ${error instanceof Error ? error.message : String(error)}`,
    remedy: exportErrorCodes.SB3056.remedy,
    address,
  };
}
