import { canonicalJson, nearestName } from '../../../core/index.ts';
import { formatAddress, isSingle, type Address, type Catalogue } from '../../../core/resource/index.ts';
import { comparableIn } from '../../artifact/expand-ensure.ts';
import { suggestion } from '../../files/problem.ts';
import { gitError } from '../../git/errors.ts';
import type { EffectiveDocument } from '../described.ts';
import { compareDocuments, compareNames } from './similarity.ts';

/** A resource that only the earlier, or only the later revision describes. */
export interface RenameCandidate {
  readonly address: Address;
  readonly seen: EffectiveDocument;
}

/** An object that has another name, and how that was seen. */
export interface FoundRename {
  readonly from: Address;
  readonly to: Address;
  /** For people: `same file`, `same content`, `92 % of the content`. */
  readonly evidence: string;
}

/** What the author says of renames: the new name by old address, empty for an object that is gone. */
export type GivenRenames = ReadonlyMap<string, string>;

/** Documents in other files are the same object only when they share this much, and at least so many values. */
const enough = { share: 0.8, common: 3, names: 0.5 };

/** Beyond so many pairs only equal documents are looked for. */
const mostPairs = 200_000;

/** Two candidates this close together can not be told apart. */
const tooClose = 0.01;

/**
 * Which of the objects that are gone are those that are new, under another name. Given renames first; then by file (the
 * name was changed in place) and by content. What shares next to nothing is no rename: two skills are alike as they have
 * no fields. Errors: SB2053 when two answers are equally good, or a given rename names what is not there.
 */
export function findRenames(
  gone: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
  given: GivenRenames,
  catalogue: Catalogue,
): readonly FoundRename[] {
  const said = gone.flatMap((one) => givenRename(one, added, given) ?? []);
  const settled = new Set(given.keys());
  const taken = new Set(said.map(({ to }) => formatAddress(to)));
  const left = gone.filter(({ address }) => !settled.has(formatAddress(address)) && canBeRenamed(address, catalogue));
  const free = added.filter(({ address }) => !taken.has(formatAddress(address)));
  const inPlace = choose(pairsInPlace(left, free, catalogue));
  const closed = new Set(inPlace.flatMap(({ from, to }) => [formatAddress(from), formatAddress(to)]));
  const isOpen = ({ address }: RenameCandidate): boolean => !closed.has(formatAddress(address));
  return [...said, ...inPlace, ...choose(pairsElsewhere(left.filter(isOpen), free.filter(isOpen), catalogue))];
}

interface Pair {
  readonly from: Address;
  readonly to: Address;
  readonly score: number;
  readonly evidence: string;
}

function givenRename(
  { address }: RenameCandidate,
  added: readonly RenameCandidate[],
  given: GivenRenames,
): FoundRename | undefined {
  const name = given.get(formatAddress(address));
  if (name === undefined || name === '') return undefined;
  const to = { type: address.type, key: [...address.key.slice(0, -1), name] };
  const isThere = added.some((one) => formatAddress(one.address) === formatAddress(to));
  if (isThere) return { from: address, to, evidence: 'as said with --renamed' };
  const names = added.filter((one) => one.address.type === address.type).map((one) => one.address.key.at(-1) ?? '');
  throw gitError(
    'SB2053',
    `${formatAddress(address)} can not be renamed to "${name}": no new file describes ${formatAddress(to)}.${suggestion(nearestName(name, names), names)}`,
  );
}

/** True where the platform gives an object another name and keeps its id. */
export function canBeRenamed({ type }: Address, catalogue: Catalogue): boolean {
  const descriptor = catalogue.find(type);
  const field = descriptor?.key.fields.at(-1);
  return (
    descriptor?.shape.kind === 'object' &&
    !isSingle(descriptor) &&
    descriptor.content === undefined &&
    field !== undefined &&
    !descriptor.createOnly.includes(field)
  );
}

/** Objects of one file, which called one and calls the other. */
function pairsInPlace(
  gone: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
  catalogue: Catalogue,
): readonly Pair[] {
  const byFile = Map.groupBy(
    added.flatMap((one) => one.seen.files.map((file) => ({ file, one }))),
    ({ file }) => file,
  );
  return gone.flatMap((one) => {
    const others = new Set(one.seen.files.flatMap((file) => byFile.get(file) ?? []).map((entry) => entry.one));
    return [...others]
      .filter((other) => familyOf(one.address, catalogue) === familyOf(other.address, catalogue))
      .flatMap((other) => pairOf(one, other) ?? []);
  });
}

/** Objects of different files. Where there are very many only those that say the same are looked at. */
function pairsElsewhere(
  gone: readonly RenameCandidate[],
  added: readonly RenameCandidate[],
  catalogue: Catalogue,
): readonly Pair[] {
  const isMany = gone.length * added.length > mostPairs;
  const groupOf = ({ address, seen }: RenameCandidate): string =>
    `${familyOf(address, catalogue)} ${isMany ? canonicalJson(seen.document) : ''}`;
  const groups = Map.groupBy(added, groupOf);
  return gone.flatMap((one) => (groups.get(groupOf(one)) ?? []).flatMap((other) => pairOf(one, other) ?? []));
}

/** Only the last part of a key can change by a rename. */
function familyOf({ type, key }: Address, catalogue: Catalogue): string {
  return comparableIn(catalogue, { type, key: [...key.slice(0, -1), ''] });
}

function pairOf(one: RenameCandidate, other: RenameCandidate): Pair | undefined {
  const isSameFile = one.seen.files.some((file) => other.seen.files.includes(file));
  const { share, common } = compareDocuments(
    { spec: one.seen.document, labels: one.seen.labels },
    { spec: other.seen.document, labels: other.seen.labels },
  );
  const names = compareNames(one.address.key.at(-1) ?? '', other.address.key.at(-1) ?? '');
  const isLikely = share >= enough.share && (common >= enough.common || names >= enough.names);
  if (isSameFile ? share < 0.5 && names < enough.names : !isLikely) return undefined;
  const tier = share === 1 ? 1 : 0;
  const content = share === 1 ? 'same content' : `${Math.round(share * 100)} % of the content`;
  return {
    from: one.address,
    to: other.address,
    score: tier + share / 2 + names / 4,
    evidence: isSameFile ? 'same file' : content,
  };
}

function choose(pairs: readonly Pair[]): readonly FoundRename[] {
  const sorted = pairs.toSorted(
    (left, right) => right.score - left.score || (formatAddress(left.from) < formatAddress(right.from) ? -1 : 1),
  );
  const [gone, added] = [new Set<string>(), new Set<string>()];
  const isOpen = ({ from, to }: Pair): boolean => !gone.has(formatAddress(from)) && !added.has(formatAddress(to));
  const chosen: FoundRename[] = [];
  for (const [index, pair] of sorted.entries()) {
    if (!isOpen(pair)) continue;
    const rivals = closeBehind(sorted, index).filter(
      (other) => isOpen(other) && (isSame(pair.from, other.from) || isSame(pair.to, other.to)),
    );
    if (rivals.length > 0) throw undecided(pair, rivals);
    chosen.push({ from: pair.from, to: pair.to, evidence: pair.evidence });
    gone.add(formatAddress(pair.from));
    added.add(formatAddress(pair.to));
  }
  return chosen;
}

/** The pairs after one that are as good as it is. */
function closeBehind(sorted: readonly Pair[], index: number): readonly Pair[] {
  const limit = (sorted[index]?.score ?? 0) - tooClose;
  let end = index + 1;
  while ((sorted[end]?.score ?? -1) > limit) end += 1;
  return sorted.slice(index + 1, end);
}

function isSame(left: Address, right: Address): boolean {
  return formatAddress(left) === formatAddress(right);
}

function undecided(pair: Pair, rivals: readonly Pair[]): Error {
  const all = [pair, ...rivals.slice(0, 3)].map(({ from, to }) => `${formatAddress(from)} to "${to.key.at(-1) ?? ''}"`);
  return gitError('SB2053', `These renames are equally likely, and only one of them can be: ${all.join('; ')}.`);
}
