/** What of an output changes from run to run, as words in angle brackets. */
const volatile: readonly (readonly [RegExp, string])[] = [
  [/sha256:[0-9a-f]{12,64}…?/gu, '<digest>'],
  [/(?<=-)[0-9a-f]{12}(?=\.artifact\.json)/gu, '<digest>'],
  [/(?<=\b(?:between|and|with|commit) )[0-9a-f]{12}\b/gu, '<commit>'],
  [/(?<=(?:artifact +|its rules |decision |snapshot +))[0-9a-f]{12}\b/gu, '<digest>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gu, '<id>'],
  [/\brun_[0-9a-z]+\b/gu, '<run>'],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z| UTC)?/gu, '<time>'],
  [/\b\d+(?:\.\d+)? (?:ms|s|minutes?)\b/gu, '<duration>'],
  // How often was looked depends on time; forecasts do not.
  [/\b\d+(?= requests(?:; details:| to deploy))/gu, '<count>'],
  [/(?<=\bused +)\d+ requests, (?:under a minute|about (?:<duration>|a minute))/gu, '<count> requests, <duration>'],
  [/https?:\/\/127\.0\.0\.1:\d+/gu, '<simulator>'],
];

/** The output with everything volatile replaced, the project's directory included; trailing spaces go. */
export function normaliseOutput(output: string, directory: string): readonly string[] {
  const replaced = volatile.reduce(
    (text, [pattern, word]) => text.replaceAll(pattern, word),
    output.replaceAll(directory, '<project>'),
  );
  return replaced
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

/** True when the lines are the expected ones, where `...` stands for any number of lines. */
export function matchesOutput(expected: readonly string[], actual: readonly string[]): boolean {
  const [head, ...rest] = expected;
  if (head === undefined) return actual.length === 0 || (actual.length === 1 && actual[0] === '');
  if (head === '...') {
    for (let skip = 0; skip <= actual.length; skip++) if (matchesOutput(rest, actual.slice(skip))) return true;
    return false;
  }
  return actual[0] === head && (rest.length === 0 ? actual.length === 1 : matchesOutput(rest, actual.slice(1)));
}
