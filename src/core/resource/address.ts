/** What a resource is called: its type and natural key, never an id. Composite keys have several parts. */
export interface Address {
  readonly type: string;
  /** Key parts, parent first: `['Holidays', '2026-12-25']`. */
  readonly key: readonly string[];
}

/** The one-line form `type/part/part`; `/` and `%` inside a part are percent-encoded. */
export function formatAddress(address: Address): string {
  return [address.type, ...address.key.map(encodePart)].join('/');
}

/** The address of a one-line form, or undefined when it has no type or no key. */
export function parseAddress(text: string): Address | undefined {
  const [type, ...parts] = text.split('/');
  if (type === undefined || !/^[a-z][a-z0-9_]*$/u.test(type) || parts.length === 0 || parts.includes(''))
    return undefined;
  return { type, key: parts.map(decodePart) };
}

function encodePart(part: string): string {
  return part.replaceAll('%', '%25').replaceAll('/', '%2F');
}

function decodePart(part: string): string {
  return part.replace(/%2F/giu, '/').replaceAll('%25', '%');
}
