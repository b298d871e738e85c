import type { Catalogue } from '../../core/resource/index.ts';
import { isExportedUnasked, type ExportChoice } from './choose-types.ts';
import type { IndexedObject, ObjectIndex, ObjectPointer } from './object-index.ts';
import type { ContentReader } from './read-contents.ts';
import type { ObjectReader } from './read-objects.ts';
import { isExcluded } from './select-objects.ts';

/** What following references works with. */
export interface Following {
  readonly catalogue: Catalogue;
  readonly index: ObjectIndex;
  readonly objects: ObjectReader;
  readonly contents: ContentReader;
  readonly choice: ExportChoice;
}

/**
 * The objects and what they point at, directly and on, as far as the depth goes; contents name what they use too. Types
 * that an export leaves out unasked are not followed, and what is excluded is no way to anything else.
 */
export async function withDependencies(
  following: Following,
  chosen: readonly IndexedObject[],
): Promise<readonly IndexedObject[]> {
  const { choice, objects, contents } = following;
  const taken = new Set(chosen);
  let frontier = chosen;
  for (let depth = 0; depth < (choice.dependencyDepth ?? 0) && frontier.length > 0; depth += 1) {
    await contents.read(frontier);
    const named = frontier.flatMap((object) => contents.referencesOf(object));
    const pointed = frontier.flatMap(({ targets = [] }) => targets);
    await objects.readTypes(named.map(({ type }) => type).filter((type) => isFollowed(following, type)));
    await objects.readTargets(pointed.filter(({ type }) => isFollowed(following, type)));
    const next = new Set<IndexedObject>();
    for (const object of [...pointed.flatMap((target) => found(following, target)), ...named.flatMap(byKey(following))])
      if (
        !taken.has(object) &&
        isFollowed(following, object.descriptor.type) &&
        !isExcluded(following.index, choice, object)
      )
        next.add(object);
    for (const object of next) taken.add(object);
    frontier = [...next];
  }
  return [...taken];
}

function isFollowed({ catalogue, choice }: Following, type: string): boolean {
  const descriptor = catalogue.find(type);
  return descriptor !== undefined && isExportedUnasked(descriptor, choice);
}

function found({ index }: Following, { type, id }: ObjectPointer): readonly IndexedObject[] {
  const object = index.find(type, id);
  return object === undefined ? [] : [object];
}

function byKey({ catalogue, index }: Following) {
  return ({ type, key }: { readonly type: string; readonly key: readonly string[] }): readonly IndexedObject[] => {
    const descriptor = catalogue.find(type);
    return descriptor === undefined ? [] : index.named(descriptor, key);
  };
}
