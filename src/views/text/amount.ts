/** A number with its noun: `1 queue`, `3 queues`, `2 libraries`; irregular plurals are given. */
export function amountOf(count: number, noun: string, plural = pluralOf(noun)): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** By the rules of English spelling; nouns such as `settings` are several already. */
function pluralOf(noun: string): string {
  if (noun.endsWith('ings')) return noun;
  if (/[^aeiou]y$/u.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/u.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Minutes as people say them, rounded up. */
export function minutesText(minutes: number): string {
  if (minutes < 1) return 'under a minute';
  return `about ${amountOf(Math.ceil(minutes), 'minute')}`;
}

/** The first twelve hex digits of a digest, as artifacts are named by. */
export function shortDigest(digest: string): string {
  return digest.replace(/^sha256:/u, '').slice(0, 12);
}

/** An ISO instant without fractions of a second: `2026-03-01 12:00:05Z`. */
export function readableInstant(iso: string): string {
  return iso.replace('T', ' ').replace(/\.\d+Z$/u, 'Z');
}
