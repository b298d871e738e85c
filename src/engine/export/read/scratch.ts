/**
 * Where texts are put aside while an export runs, so that a large organisation need not fit into memory. Texts are lost
 * with the process; nobody else may read them.
 */
export interface Scratch {
  /** Puts a text aside and returns the place to ask for it with. */
  readonly put: (text: string) => number;
  /** The text of a place. */
  readonly get: (place: number) => string;
}

/** A scratch in memory, for organisations that fit. */
export function createMemoryScratch(): Scratch {
  const texts: string[] = [];
  return { put: (text) => texts.push(text) - 1, get: (place) => texts[place] ?? '' };
}
