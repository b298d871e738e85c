import type { AddressMapping } from '../environment/environment.ts';
import { formatAddress, parseAddress } from '../resource/address.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { ownKeyFields } from '../resource/part.ts';
import { fillStars, matchStars } from '../text/glob.ts';

/** What a mapping gives: the address it stands for, and the mapping that said so. */
export interface MappedAddress {
  readonly address: string;
  /** Absent where no mapping fits, so that the address stands for itself. */
  readonly mapping?: AddressMapping | undefined;
}

/**
 * What a one-line address stands for in an environment: a mapping without stars that names it exactly, else the first
 * pattern that fits; without one, itself. What has no mapping of its own goes where its parent goes.
 */
export function mapAddress(
  mappings: readonly AddressMapping[],
  address: string,
  catalogue?: Pick<Catalogue, 'find'>,
): MappedAddress {
  if (mappings.length === 0) return { address };
  const exact = mappings.find(({ from }) => from.normalize('NFC') === address.normalize('NFC'));
  if (exact !== undefined) return { address: exact.to, mapping: exact };
  for (const mapping of mappings) {
    const stars = mapping.from.includes('*') ? matchStars(mapping.from, address) : undefined;
    if (stars !== undefined) return { address: fillStars(mapping.to, stars), mapping };
  }
  return withMappedParent(mappings, address, catalogue) ?? { address };
}

/** The mappings the other way round: which address an address of the environment stands for. */
export function invertedMappings(mappings: readonly AddressMapping[]): readonly AddressMapping[] {
  return mappings
    .filter(({ to, from }) => to.includes('*') === from.includes('*'))
    .map(({ from, to }) => ({ from: to, to: from }));
}

function withMappedParent(
  mappings: readonly AddressMapping[],
  text: string,
  catalogue: Pick<Catalogue, 'find'> | undefined,
): MappedAddress | undefined {
  const address = parseAddress(text);
  const descriptor = address === undefined ? undefined : catalogue?.find(address.type);
  if (address === undefined || descriptor === undefined || descriptor.shape.kind === 'object') return undefined;
  const own = ownKeyFields(descriptor).length;
  const parentKey = address.key.slice(0, address.key.length - own);
  if (parentKey.length === 0) return undefined;
  const parent = formatAddress({ type: descriptor.shape.parentType, key: parentKey });
  const { address: mapped, mapping } = mapAddress(mappings, parent, catalogue);
  const parentNow = mapping === undefined ? undefined : parseAddress(mapped);
  if (parentNow === undefined) return undefined;
  const key = [...parentNow.key, ...address.key.slice(parentKey.length)];
  return { address: formatAddress({ type: address.type, key }), mapping };
}
