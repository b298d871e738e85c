import { mapAddress } from '../../mapping/index.ts';
import { formatAddress, parseAddress, type Address } from '../../resource/address.ts';
import type { World } from './world.ts';

/** What an address of the changeset or of a document stands for in the plan's environment; noted where it is another one. */
export function mapHere(world: World, address: Address): Address {
  const { environment, catalogue } = world.input;
  if (environment.mappings.length === 0) return address;
  const text = formatAddress(address);
  const mapped = mapAddress(environment.mappings, text, catalogue).address;
  noteMapped(world, text, mapped);
  return mapped === text ? address : (parseAddress(mapped) ?? address);
}

/** Notes for reviewers what an address stands for here. */
export function noteMapped(world: World, from: string, to: string): void {
  if (from !== to) world.mapped.set(from, to);
}
