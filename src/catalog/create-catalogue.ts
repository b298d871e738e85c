import type { Catalogue, ResourceDescriptor, ReviewKnowledge } from '../core/resource/index.ts';

/** A catalogue of exactly these descriptors, with what reviews know of them. An Error when two of them describe one type. */
export function createCatalogue(descriptors: readonly ResourceDescriptor[], review?: ReviewKnowledge): Catalogue {
  const byType = new Map(descriptors.map((descriptor) => [descriptor.type, descriptor] as const));
  if (byType.size !== descriptors.length) throw new Error('two descriptors describe one type');
  return {
    find: (type) => byType.get(type),
    types: [...byType.keys()].toSorted(),
    ...(review === undefined ? {} : { review }),
  };
}
