const named: Readonly<Record<string, number>> = { small: 300, medium: 5_000, large: 50_000 };

/** Smallest world that still has something of everything. */
const smallestWorld = 250;

/** The number of objects that `small`, `medium`, `large` or `12000-objects` asks for; undefined for other texts. */
export function worldSize(text: string): number | undefined {
  const known = Object.hasOwn(named, text) ? named[text] : undefined;
  const count = known ?? Number(/^(\d{1,7})-objects$/.exec(text)?.[1]);
  return Number.isInteger(count) && count >= smallestWorld ? count : undefined;
}

/** How many of a type there are: a part of the whole, within bounds. */
export type Share = { readonly part: number; readonly least?: number; readonly most?: number };

/** Objects of each type, adding up to `total`; what the bounds leave over goes to `filler`. */
export function countsFor(
  total: number,
  shares: Readonly<Record<string, Share>>,
  filler: string,
): Readonly<Record<string, number>> {
  const counts = Object.entries(shares).map(([type, { part, least = 1, most = Infinity }]) => {
    return [type, Math.min(most, Math.max(least, Math.round(total * part)))] as const;
  });
  const others = counts.reduce((sum, [type, count]) => (type === filler ? sum : sum + count), 0);
  return { ...Object.fromEntries(counts), [filler]: Math.max(1, total - others) };
}
