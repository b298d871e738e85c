import { formatAddress, type Catalogue } from '../../core/resource/index.ts';
import { comparableAddress } from './known-addresses.ts';
import type { Remark, ReplayDocument } from './replay-source.ts';

/**
 * The documents with the names their objects have: an export puts the start of the id behind names that several objects
 * share. The first of them gets the name, because references mean it; the others are not recreated.
 */
export function settleSharedNames(
  documents: readonly ReplayDocument[],
  catalogue: Catalogue,
): {
  readonly documents: readonly ReplayDocument[];
  readonly notMade: readonly Remark[];
  readonly renamed: readonly Remark[];
} {
  const taken = new Set<string>();
  const notMade: Remark[] = [];
  const renamed: Remark[] = [];
  const settled = documents.flatMap((document) => {
    const last = document.key.at(-1) ?? '';
    const plain = last.replace(/~[0-9a-f]{8}(?:-[0-9a-f]{8})*$/u, '');
    if (plain === last) return [document];
    const named = { ...document, key: document.key.with(-1, plain) };
    const id = comparableAddress(catalogue, named);
    const remark = { type: document.type, address: formatAddress(document) };
    if (!taken.has(id)) {
      taken.add(id);
      renamed.push({ ...remark, reason: `it is recreated as ${formatAddress(named)}` });
      return [named];
    }
    const reason = `it shares its name with another object, which is recreated as ${formatAddress(named)}`;
    notMade.push({ ...remark, reason });
    return [];
  });
  return { documents: settled, notMade, renamed };
}
