import { formatAddress, isSingle, type Address, type ResourceDescriptor } from '../../core/resource/index.ts';
import type { Json } from '../../core/index.ts';
import type { ReplayDocument } from './replay-source.ts';

/**
 * A document that makes the object with its name and nothing else, or undefined where that is not enough: it is a part of
 * something, can not be made, or needs more than a name and the only object there is of what it must belong to.
 */
export function stubOf(
  descriptor: ResourceDescriptor,
  address: Address,
  present: readonly Address[],
): ReplayDocument | undefined {
  const { shape, limits, key, content, references } = descriptor;
  if (shape.kind !== 'object' || isSingle(descriptor) || limits.create !== undefined || content !== undefined)
    return undefined;
  if (references.some(({ path }) => key.fields.includes(path))) return undefined;
  const fields: Record<string, Json> = descriptor.fields.includes('description')
    ? { description: stubDescription }
    : {};
  const needed = descriptor.required.filter((name) => !key.fields.includes(name) && fields[name] === undefined);
  for (const field of needed) {
    const value = field === 'name' ? address.key.at(-1) : onlyTarget(descriptor, field, present);
    if (value === undefined) return undefined;
    fields[field] = value;
  }
  return { ...address, document: fields, source: { file: `${formatAddress(address)} (by name)` } };
}

/** So that people who come across it see what it is. */
const stubDescription = 'Stands for an object that the replayed export refers to and does not hold.';

/** The home division, for most: what a new organisation has exactly one of. */
function onlyTarget({ references }: ResourceDescriptor, field: string, present: readonly Address[]): Json | undefined {
  const type = references.find(({ path }) => path === field)?.type;
  const [only, ...others] = present.filter((address) => address.type === type);
  return only === undefined || others.length > 0 ? undefined : { $ref: formatAddress(only) };
}
