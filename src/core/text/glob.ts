/** True when the text fits the glob, in which `*` stands for any text. Both are compared after NFC. */
export function matchesGlob(glob: string, text: string): boolean {
  return matchStars(glob, text) !== undefined;
}

/**
 * What each `*` of the glob stands for when the whole text fits it, in order; undefined when it does not. Every `*` but
 * the last takes as little as it can. Both are compared after NFC.
 */
export function matchStars(glob: string, text: string): readonly string[] | undefined {
  const parts = glob.normalize('NFC').split('*');
  const value = text.normalize('NFC');
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return value === first ? [] : undefined;
  if (!value.startsWith(first) || !value.endsWith(last) || value.length < first.length + last.length) return undefined;
  const end = value.length - last.length;
  const stars: string[] = [];
  let position = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = value.indexOf(part, position);
    if (found < 0 || found + part.length > end) return undefined;
    stars.push(value.slice(position, found));
    position = found + part.length;
  }
  return [...stars, value.slice(position, end)];
}

/** The glob with its stars replaced by these texts, in order; a star without a text stands for nothing. */
export function fillStars(glob: string, stars: readonly string[]): string {
  const [first = '', ...rest] = glob.split('*');
  return rest.reduce((text, part, index) => `${text}${stars[index] ?? ''}${part}`, first);
}

/** How many stars a glob has. */
export function starsIn(glob: string): number {
  return glob.split('*').length - 1;
}
