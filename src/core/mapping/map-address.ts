import type { AddressMapping } from '../environment/environment.ts';

/**
 * What a one-line address stands for in an environment: the first mapping that fits decides; without one, itself.
 * The text that `*` matched in `from` takes the place of `*` in `to`.
 */
export function mapAddress(mappings: readonly AddressMapping[], address: string): string {
  for (const mapping of mappings) {
    if (mapping.from === address) return mapping.to;
    const middle = starMatch(mapping.from, address);
    if (middle !== undefined) return mapping.to.replace('*', () => middle);
  }
  return address;
}

function starMatch(pattern: string, text: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0) return undefined;
  const head = pattern.slice(0, star);
  const tail = pattern.slice(star + 1);
  if (text.length < head.length + tail.length || !text.startsWith(head) || !text.endsWith(tail)) return undefined;
  return text.slice(head.length, text.length - tail.length);
}
