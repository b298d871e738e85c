import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import type { Json } from './json.ts';

/** The canonical JSON text of a value (RFC 8785): same value, same bytes. */
export function canonicalJson(value: Json): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}

/** `sha256:` and the hex SHA-256 of the value's canonical JSON. */
export function digestJson(value: Json): string {
  return digestText(canonicalJson(value));
}

/** `sha256:` and the hex SHA-256 of the text's UTF-8 bytes. */
export function digestText(text: string): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(text)))}`;
}

/** True when both values have the same canonical JSON. */
export function isSameJson(left: Json | undefined, right: Json | undefined): boolean {
  if (left === right) return true;
  if (left === undefined || right === undefined) return false;
  return canonicalJson(left) === canonicalJson(right);
}
