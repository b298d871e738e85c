import { isJsonArray, isJsonObject, type Json } from '../json/json.ts';
import { formatPath, valueAt } from '../json/path.ts';
import type { World } from '../plan/world/world.ts';
import { contentDigestOf, isLinkedReference } from '../resource/reference.ts';
import type { TouchedObject } from './touched-objects.ts';

/** A text that the plan writes, where it stands, and what stood there. */
export interface WrittenText {
  /** For people: `config.request.headers.Authorization`. */
  readonly path: string;
  /** The name of the innermost field. */
  readonly name: string;
  readonly text: string;
  /** Texts at this place of the organisation now; what is among them is not new. */
  readonly earlier: readonly string[];
  /** True for the published text of a flow or the like. */
  readonly isContent: boolean;
}

/** All texts that the plan writes into the object, published contents included, references and names of fields not. */
export function writtenTexts(world: World, touched: TouchedObject): readonly WrittenText[] {
  let texts = known.get(touched);
  if (texts === undefined) {
    texts = findTexts(world, touched);
    known.set(touched, texts);
  }
  return texts;
}

/** Several checks ask for the texts of the same objects, which live as long as one look at one plan. */
const known = new WeakMap<TouchedObject, readonly WrittenText[]>();

function findTexts(world: World, touched: TouchedObject): readonly WrittenText[] {
  return touched.changes.flatMap(({ path, after }): readonly WrittenText[] => {
    const field = formatPath(path);
    const name = path.at(-1) ?? '';
    const before = valueAt(touched.before, path) ?? null;
    const digest = contentDigestOf(after);
    if (digest !== undefined) {
      const text = world.contents.get(digest);
      const earlier = world.contents.get(contentDigestOf(before) ?? '');
      return text === undefined
        ? []
        : [{ path: field, name, text, earlier: earlier === undefined ? [] : [earlier], isContent: true }];
    }
    const earlier = textsIn(before, field, name).map(({ text }) => text);
    return textsIn(after, field, name).map((found) => ({ ...found, earlier, isContent: false }));
  });
}

interface FoundText {
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

/** Names that begin with `$` belong to the format of a value (`$schema`), not to the configuration. */
function textsIn(value: Json, path: string, name: string): readonly FoundText[] {
  if (typeof value === 'string') return name.startsWith('$') ? [] : [{ path, name, text: value }];
  if (isJsonArray(value)) return value.flatMap((item) => textsIn(item, path, name));
  if (!isJsonObject(value) || isLinkedReference(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsIn(inner, `${path}.${key}`, key));
}
