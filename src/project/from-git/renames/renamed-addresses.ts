import { isJsonArray, isJsonObject, type Json } from '../../../core/index.ts';
import { formatAddress, isSingle, keyLength, parseAddress, refOf } from '../../../core/resource/index.ts';
import type { Address, Catalogue } from '../../../core/resource/index.ts';
import { comparableIn } from '../../artifact/expand-ensure.ts';

/** New addresses of renamed objects, by the old address as types compare keys. */
export type RenamedAddresses = ReadonlyMap<string, Address>;

/** What an address becomes by renames: its own, and those of the objects that its key names. */
export function afterRenames(address: Address, renamed: RenamedAddresses, catalogue: Catalogue): Address {
  if (renamed.size === 0) return address;
  const moved = { type: address.type, key: keyAfterRenames(address, renamed, catalogue) };
  return renamed.get(comparableIn(catalogue, moved)) ?? moved;
}

/** The document with references to renamed objects under their new names. */
export function documentAfterRenames(value: Json, renamed: RenamedAddresses, catalogue: Catalogue): Json {
  if (renamed.size === 0) return value;
  const ref = refOf(value);
  if (ref !== undefined) {
    const address = parseAddress(ref);
    return address === undefined ? value : { $ref: formatAddress(afterRenames(address, renamed, catalogue)) };
  }
  if (isJsonArray(value)) return value.map((item) => documentAfterRenames(item, renamed, catalogue));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, documentAfterRenames(inner, renamed, catalogue)]),
  );
}

/** The addresses that a key names: its parent's, and those of references in it. */
export function addressesInKey(address: Address, catalogue: Catalogue): readonly Address[] {
  return keyPieces(address, catalogue).flatMap(({ type, key }) => (type === undefined ? [] : [{ type, key }]));
}

function keyAfterRenames(address: Address, renamed: RenamedAddresses, catalogue: Catalogue): readonly string[] {
  return keyPieces(address, catalogue).flatMap(({ type, key }) =>
    type === undefined ? key : afterRenames({ type, key }, renamed, catalogue).key,
  );
}

/** A key field by field; where a field names another object, with its type. */
function keyPieces(
  { type, key }: Address,
  catalogue: Catalogue,
): readonly { readonly type?: string; readonly key: readonly string[] }[] {
  const descriptor = catalogue.find(type);
  if (descriptor === undefined || isSingle(descriptor)) return [{ key }];
  let from = 0;
  return descriptor.key.fields.map((field) => {
    const parts = key.slice(from, (from += keyLength(catalogue, descriptor, field)));
    const target = descriptor.references.find(({ path }) => path === field)?.type;
    return typeof target === 'string' ? { type: target, key: parts } : { key: parts };
  });
}
