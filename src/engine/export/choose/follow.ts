import type { Catalogue } from '../../../core/resource/index.ts';
import type { ObjectIndex, ObjectNumber, ObjectPointer } from '../read/object-index.ts';
import type { ContentReader } from '../read/read-contents.ts';
import type { ObjectReader } from '../read/read-objects.ts';
import { isExportedUnasked, type ExportChoice } from './choose-types.ts';
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
  chosen: readonly ObjectNumber[],
): Promise<readonly ObjectNumber[]> {
  const { choice } = following;
  const depth = choice.dependencyDepth ?? 0;
  if (depth === 0) return chosen;
  const taken = new Set(chosen);
  let frontier = chosen;
  for (let step = 0; step < depth && frontier.length > 0; step += 1) {
    const next = new Set<ObjectNumber>();
    for (const object of await pointedAt(following, frontier))
      if (
        !taken.has(object) &&
        isFollowed(following, following.index.descriptorOf(object).type) &&
        !isExcluded(following.index, choice, object)
      )
        next.add(object);
    for (const object of next) taken.add(object);
    frontier = [...next];
  }
  return [...taken];
}

/** What objects and their contents point at, read where it was not. */
async function pointedAt(following: Following, from: readonly ObjectNumber[]): Promise<readonly ObjectNumber[]> {
  const { index, objects, contents } = following;
  await contents.read(from);
  const named = from.flatMap((object) => contents.referencesOf(object));
  const pointed = followedTargets(following, from);
  await objects.readTypes(named.map(({ type }) => type).filter((type) => isFollowed(following, type)));
  await objects.readTargets(pointed);
  return [...pointed.flatMap(({ type, id }) => index.find(type, id) ?? []), ...named.flatMap(byKey(following))];
}

/** Each target once, however many objects point at it. */
function followedTargets(following: Following, from: readonly ObjectNumber[]): readonly ObjectPointer[] {
  const targets = new Map<string, ObjectPointer>();
  for (const object of from)
    for (const target of following.index.targetsOf(object))
      if (isFollowed(following, target.type)) targets.set(`${target.type} ${target.id}`, target);
  return [...targets.values()];
}

function isFollowed({ catalogue, choice }: Following, type: string): boolean {
  const descriptor = catalogue.find(type);
  return descriptor !== undefined && isExportedUnasked(descriptor, choice);
}

function byKey({ catalogue, index }: Following) {
  return ({ type, key }: { readonly type: string; readonly key: readonly string[] }): readonly ObjectNumber[] => {
    const descriptor = catalogue.find(type);
    return descriptor === undefined ? [] : index.named(descriptor, key);
  };
}
