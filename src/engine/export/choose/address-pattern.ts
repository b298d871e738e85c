import { comparableKey, formatAddress, type ResourceDescriptor } from '../../../core/resource/index.ts';

/**
 * A pattern of one-line addresses: `routing_queue` all objects of a type, `routing_queue/VIP*` those whose key fits. `*`
 * stands for any text, also none, and `?` for one character; `%2A` and `%3F` are the characters themselves.
 */
export interface AddressPattern {
  /** As it was given. */
  readonly text: string;
  readonly type: string;
  /** Over the key as an address has it; absent: every key. */
  readonly key?: string;
}

/** The pattern of a text, or undefined when it is none: a type is missing or has a wrong character, or the key is empty. */
export function parseAddressPattern(text: string): AddressPattern | undefined {
  const mark = text.indexOf('/');
  const type = mark < 0 ? text : text.slice(0, mark);
  if (!/^[a-z0-9_*?]+$/u.test(type)) return undefined;
  if (mark < 0) return { text, type };
  const key = text.slice(mark + 1);
  return key === '' ? undefined : { text, type, key };
}

/** True when the pattern names one type rather than a group of types. */
export function isOneType({ type }: AddressPattern): boolean {
  return !/[*?]/u.test(type);
}

/** True when objects of the type may fit. */
export function fitsType(pattern: AddressPattern, type: string): boolean {
  return fits(tokensOf(pattern.type), type);
}

/** True when the object fits; keys compare as the type compares them. */
export function fitsObject(pattern: AddressPattern, descriptor: ResourceDescriptor, key: readonly string[]): boolean {
  if (!fitsType(pattern, descriptor.type)) return false;
  if (pattern.key === undefined) return true;
  return fits(tokensOf(comparable(descriptor, pattern.key)), comparable(descriptor, keyText(descriptor, key)));
}

/** False when no object whose key starts with these parts can fit, as far as the pattern's fixed beginning tells. */
export function mayFitBelow(pattern: AddressPattern, descriptor: ResourceDescriptor, key: readonly string[]): boolean {
  if (!fitsType(pattern, descriptor.type)) return false;
  const fixed = comparable(descriptor, /^[^*?]*/u.exec(pattern.key ?? '')?.[0] ?? '');
  const beginning = comparable(descriptor, keyText(descriptor, key));
  return fixed.startsWith(beginning) || beginning.startsWith(fixed);
}

type Token = string | { readonly any: boolean };

function keyText({ type }: ResourceDescriptor, key: readonly string[]): string {
  return formatAddress({ type, key }).slice(type.length + 1);
}

function comparable(descriptor: ResourceDescriptor, text: string): string {
  return comparableKey(descriptor.key, [text]);
}

function tokensOf(glob: string): readonly Token[] {
  return Array.from(glob.matchAll(/%2a|%3f|[^]/giu), ([part]) => {
    if (part === '*') return { any: true };
    if (part === '?') return { any: false };
    return part.toLowerCase() === '%2a' ? '*' : part.toLowerCase() === '%3f' ? '?' : part;
  });
}

/** Goes back only to the last `*`, so that no pattern takes more than pattern times text. */
function fits(tokens: readonly Token[], text: string): boolean {
  const letters = [...text];
  let [token, letter] = [0, 0];
  let retry: { readonly token: number; letter: number } | undefined;
  while (letter < letters.length) {
    const wanted = tokens[token];
    if (typeof wanted === 'object' && wanted.any) {
      retry = { token, letter };
      token += 1;
    } else if (wanted !== undefined && (typeof wanted === 'object' || wanted === letters[letter])) {
      token += 1;
      letter += 1;
    } else if (retry !== undefined) {
      retry.letter += 1;
      [token, letter] = [retry.token + 1, retry.letter];
    } else return false;
  }
  return tokens.slice(token).every((rest) => typeof rest === 'object' && rest.any);
}
