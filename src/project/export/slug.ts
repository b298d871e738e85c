import { digestText } from '../../core/index.ts';

const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * A slug that no taken one equals (compared without case, for file systems that ignore it): the plain one, else with
 * eight digits of the address's digest.
 */
export function freeSlug(key: readonly string[], address: string, taken: ReadonlySet<string>): string {
  const slug = toSlug(key);
  if (!taken.has(slug)) return slug;
  return `${slug}-${digestText(address)
    .replace(/^sha256:/u, '')
    .slice(0, 8)}`;
}

/** A file name for a key: lower case, letters and digits of any script, hyphens; never empty, at most 60 characters. */
function toSlug(key: readonly string[]): string {
  const plain = key.join('-').normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC').toLowerCase();
  const slug = [...plain.replaceAll(/[^\p{L}\p{N}]+/gu, '-')]
    .slice(0, 60)
    .join('')
    .replaceAll(/^-+|-+$/gu, '');
  return slug === '' || reserved.test(slug) ? `${slug === '' ? 'unnamed' : slug}-x` : slug;
}
