/** What differs between names of one thing in two environments: the environments' own names and the usual words for them. */
const usualWords = [
  'dev',
  'development',
  'test',
  'testing',
  'qa',
  'uat',
  'acc',
  'staging',
  'stage',
  'preprod',
  'prod',
  'production',
  'prd',
  'live',
];

/** The words of a name in lower case, and which of them name an environment. */
export interface NameWords {
  readonly words: readonly string[];
  /** Without words that name environments. */
  readonly core: string;
  /** Those that do, as written. */
  readonly environmentWords: readonly string[];
}

/** Takes a name apart at everything that is no letter or digit. */
export function wordsOf(name: string, environments: readonly string[]): NameWords {
  const known = new Set([...usualWords, ...environments.map((each) => each.toLowerCase())]);
  const written = name
    .normalize('NFC')
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== '');
  const words = written.map((word) => word.toLowerCase());
  const core = words.filter((word) => !known.has(word));
  return {
    words,
    core: (core.length === 0 ? words : core).join(' '),
    environmentWords: written.filter((word) => known.has(word.toLowerCase())),
  };
}

/** The part of an e-mail address before its domain, in lower case; undefined for other texts. */
export function localPartOf(name: string): string | undefined {
  return /^(?<local>[^\s@]+)@[^\s@]+$/u.exec(name)?.groups?.['local']?.toLowerCase();
}

/** How alike two texts are, from 0 to 1: pairs of neighbouring characters that they share. */
export function likeness(left: string, right: string): number {
  if (left === right) return 1;
  const [one, other] = [pairsOf(left), pairsOf(right)];
  let shared = 0;
  const rest = new Map<string, number>();
  for (const pair of other) rest.set(pair, (rest.get(pair) ?? 0) + 1);
  for (const pair of one) {
    const count = rest.get(pair) ?? 0;
    if (count === 0) continue;
    shared += 1;
    rest.set(pair, count - 1);
  }
  const all = one.length + other.length;
  return all === 0 ? 0 : (2 * shared) / all;
}

function pairsOf(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, index) => text.slice(index, index + 2));
}
