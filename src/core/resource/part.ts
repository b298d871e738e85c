import type { Catalogue, ResourceDescriptor } from './descriptor.ts';

/** The key fields that tell an object from others under the same parent; for objects on their own, all of them. */
export function ownKeyFields({ key, shape }: Pick<ResourceDescriptor, 'key' | 'shape'>): readonly string[] {
  return shape.kind === 'object' ? key.fields : key.fields.filter((field) => field !== shape.parentField);
}

/** How many parts of a key the field stands for: as many as the key of what it refers to, one where it refers to nothing. */
export function keyLength(
  catalogue: Catalogue,
  { references }: Pick<ResourceDescriptor, 'references'>,
  field: string,
): number {
  const type = references.find(({ path }) => path === field)?.type;
  const target = typeof type === 'string' ? catalogue.find(type) : undefined;
  return target === undefined
    ? 1
    : target.key.fields.reduce((sum, inner) => sum + keyLength(catalogue, target, inner), 0);
}

/** The live id (or handle) of the object that a part hangs under; undefined for objects on their own. */
export function parentIdOf(catalogue: Catalogue, { shape }: ResourceDescriptor, id: string): string | undefined {
  if (shape.kind === 'object') return undefined;
  if (shape.kind === 'facet') return id;
  return id.split('/').slice(0, segmentsOf(catalogue, shape.parentType)).join('/');
}

/** How many parts the ids of a type have: a child's is its parent's and one more, which may hold slashes of its own. */
function segmentsOf(catalogue: Catalogue, type: string): number {
  const shape = catalogue.find(type)?.shape;
  if (shape === undefined || shape.kind === 'object') return 1;
  return segmentsOf(catalogue, shape.parentType) + (shape.kind === 'child' ? 1 : 0);
}
