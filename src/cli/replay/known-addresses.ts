import { comparableKey, keyLength, ownKeyFields, type Catalogue } from '../../core/resource/index.ts';
import { formatAddress, type Address, type ResourceDescriptor } from '../../core/resource/index.ts';

/** The form in which addresses of one object are equal, however their letters are written. */
export function comparableAddress(catalogue: Catalogue, { type, key }: Address): string {
  const descriptor = catalogue.find(type);
  return descriptor === undefined ? formatAddress({ type, key }) : `${type} ${comparableKey(descriptor.key, key)}`;
}

/** What an object can not be without, by its address alone: what it is a part of, and what its key refers to. */
export function keyTargets(catalogue: Catalogue, { type, key }: Address): readonly Address[] {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined) return [];
  const own = ownKeyFields(descriptor);
  const length = own.reduce((sum, field) => sum + keyLength(catalogue, descriptor, field), 0);
  const { shape } = descriptor;
  const parent = shape.kind === 'object' ? [] : [{ type: shape.parentType, key: key.slice(0, key.length - length) }];
  return [...parent, ...ownTargets(catalogue, descriptor, key.slice(key.length - length))];
}

function ownTargets(
  catalogue: Catalogue,
  descriptor: ResourceDescriptor,
  parts: readonly string[],
): readonly Address[] {
  let from = 0;
  return ownKeyFields(descriptor).flatMap((field) => {
    const key = parts.slice(from, (from += keyLength(catalogue, descriptor, field)));
    const type = descriptor.references.find(({ path }) => path === field)?.type;
    return typeof type === 'string' ? [{ type, key }] : [];
  });
}
