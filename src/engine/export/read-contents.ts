import type { Diagnostic, Json } from '../../core/index.ts';
import type { ContentReference } from '../../core/resource/index.ts';
import type { PlatformReader } from '../ports.ts';
import type { ReadProgress } from '../pull/read-progress.ts';
import { exportErrorCodes } from './errors.ts';
import type { IndexedObject, ObjectIndex } from './object-index.ts';
import { inParallel } from './read-objects.ts';
import type { Scratch } from './scratch.ts';

/** Reads published contents, each once, and puts them aside. */
export interface ContentReader {
  /** Reads the contents of these objects, as far as their types have any. */
  readonly read: (objects: readonly IndexedObject[]) => Promise<void>;
  /** The text that was read; undefined where nothing was ever published, or the type has no content. */
  readonly textOf: (object: IndexedObject) => string | undefined;
  /** What the text names; nothing when it can not be understood, which is noted. */
  readonly referencesOf: (object: IndexedObject) => readonly ContentReference[];
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
  const { reader, scratch, progress } = reading;
  const places = new Map<string, number | undefined>();
  const diagnostics: Diagnostic[] = [];
  const textOf = ({ id }: IndexedObject): string | undefined => {
    const place = places.get(id);
    return place === undefined ? undefined : scratch.get(place);
  };
  return {
    read: async (objects) => {
      const wanted = objects.filter(({ descriptor, id }) => descriptor.content !== undefined && !places.has(id));
      progress.expect(wanted.map(({ descriptor, id }) => ({ kind: 'content', type: descriptor.type, id })));
      await inParallel(wanted, async ({ descriptor, id }) => {
        const content = await reader.readContent(descriptor.type, id);
        places.set(id, content === undefined || content.revision === '' ? undefined : scratch.put(content.text));
        progress.answered({ kind: 'content', type: descriptor.type, id });
      });
    },
    textOf,
    referencesOf: (object) => {
      const rule = object.descriptor.content;
      const parse = rule === undefined ? undefined : reading.formats[rule.format];
      const text = textOf(object);
      if (rule === undefined || parse === undefined || text === undefined) return [];
      try {
        return rule.references(parse(text));
      } catch (error) {
        diagnostics.push(notUnderstood(reading.index, object, error));
        return [];
      }
    },
    diagnostics,
  };
}

function notUnderstood(index: ObjectIndex, { descriptor, id }: IndexedObject, error: unknown): Diagnostic {
  const address = index.nameOf(descriptor.type, id)?.address ?? `${descriptor.type}/~${id}`;
  return {
    code: 'SB3056',
    severity: 'warning',
    summary: 'What a text points at could not be followed',
    detail: `${address}: ${error instanceof Error ? error.message : String(error)}`,
    remedy: exportErrorCodes.SB3056.remedy,
    address,
  };
}
