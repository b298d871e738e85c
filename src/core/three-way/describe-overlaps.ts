import { isSameJson } from '../json/canonical-json.ts';
import { isJsonObject, type Json } from '../json/json.ts';
import { formatPath } from '../json/path.ts';
import { contentDigestOf, isLeaf, isLinkedReference, refOf } from '../resource/reference.ts';
import type { Overlap } from './judge.ts';

const mostLines = 5;
const mostCharacters = 80;

/** What differs, for people: the innermost fields with their values, content by the start of its digest. */
export function describeOverlaps(overlaps: readonly Overlap[]): string {
  const lines = overlaps.flatMap(innermost).map(describeOne);
  const more = lines.length - mostLines;
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** A value in a few words: references by name, content by the start of its digest, long values by their beginning. */
export function describeValue(value: Json | undefined): string {
  if (value === undefined || value === null) return 'nothing';
  const digest = contentDigestOf(value);
  if (digest !== undefined) return `content ${digest.replace(/^sha256:/u, '').slice(0, 12)}`;
  if (isLinkedReference(value)) return value.$ref ?? `${value.$type}/${value.$handle}`;
  const text = refOf(value) ?? JSON.stringify(value);
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters - 1)}…`;
}

function describeOne({ path, expected, actual }: Overlap): string {
  const [wanted, found] = [describeValue(expected), describeValue(actual)];
  const isText = [expected, actual].every((value) => contentDigestOf(value) !== undefined);
  if (isText) return `${formatPath(path)} differs (${found} instead of ${wanted})`;
  return wanted === found ? `${formatPath(path)} differs` : `${formatPath(path)} is ${found} instead of ${wanted}`;
}

/** The overlap of an object as those of its fields; what the platform has beside them does not count. */
function innermost(overlap: Overlap): readonly Overlap[] {
  const { path, expected, actual } = overlap;
  if (!isJsonObject(expected) || !isJsonObject(actual) || isLeaf(expected) || isLeaf(actual)) return [overlap];
  const inner = Object.keys(expected)
    .filter((name) => !isSameJson(expected[name] ?? null, actual[name] ?? null))
    .flatMap((name) => innermost({ path: [...path, name], expected: expected[name], actual: actual[name] }));
  return inner.length === 0 ? [overlap] : inner;
}
