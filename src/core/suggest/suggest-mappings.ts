import { mapAddress, invertedMappings } from '../mapping/index.ts';
import type { AddressMapping } from '../environment/environment.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { featuresOf, type Features } from './features.ts';
import { findPatterns } from './find-patterns.ts';
import { pairUp, type Pairing } from './pair-up.ts';
import type { MappingSuggestion, MappingSuggestions, Sureness, Unmatched } from './suggestion.ts';

/** Two environments as far as their objects have no counterpart yet. */
export interface SuggestInput {
  readonly left: readonly Unmatched[];
  readonly right: readonly Unmatched[];
  /** Addresses of the left that have their counterpart. */
  readonly matched: readonly string[];
  /** Names of both environments. */
  readonly environments: readonly string[];
  /** The left environment's own mappings: proposals are written in the words of changesets, not in its own. */
  readonly leftMappings: readonly AddressMapping[];
  readonly catalogue: Catalogue;
}

/**
 * Proposes mappings for the objects of the left that have no counterpart on the right, by name, by values that only two
 * objects have, and by who refers to them. Pure; nothing of it is ever applied without a person.
 */
export function suggestMappings(input: SuggestInput): MappingSuggestions {
  const types = [...new Set(input.left.map(({ type }) => type))].toSorted();
  const backwards = invertedMappings(input.leftMappings);
  const inWords = (address: string): string => mapAddress(backwards, address, input.catalogue).address;
  const found = types.flatMap((type) => ofType(input, type));
  const paired = new Set(found.flatMap(({ pairings }) => pairings.map(({ left }) => left.object.address)));
  return {
    suggestions: found
      .flatMap(({ suggestions }) => suggestions)
      .map((each) => ({ ...each, from: inWords(each.from) }))
      .toSorted(bySureness),
    without: input.left
      .filter(({ address, users }) => users.length > 0 && !paired.has(address))
      .map(({ address, type, users }) => ({ address, type, users }))
      .toSorted((one, other) => (one.address < other.address ? -1 : 1)),
  };
}

function ofType(
  { left, right, matched, environments, catalogue }: SuggestInput,
  type: string,
): { readonly suggestions: readonly MappingSuggestion[]; readonly pairings: readonly Pairing[] } {
  const keyFields = catalogue.find(type)?.key.fields ?? [];
  const features = (all: readonly Unmatched[]): readonly Features[] =>
    all.filter((object) => object.type === type).map((object) => featuresOf(object, { keyFields, environments }));
  const pairings = pairUp(features(left), features(right));
  const kept = matched.filter((address) => address.startsWith(`${type}/`));
  const patterns = findPatterns(pairings, kept);
  const covered = new Set(patterns.flatMap((pattern) => pattern.pairings));
  return {
    pairings,
    suggestions: [
      ...patterns.map(({ from, to, pairings: members }) => patternSuggestion(type, { from, to }, members)),
      ...pairings.filter((pairing) => !covered.has(pairing)).map((pairing) => singleSuggestion(type, pairing)),
    ],
  };
}

function singleSuggestion(type: string, { left, right, ...pairing }: Pairing): MappingSuggestion {
  return {
    type,
    from: left.object.address,
    to: right.object.address,
    score: pairing.score,
    sureness: pairing.sureness,
    reasons: pairing.evidence.map(({ text }) => text),
    covers: [],
    alternatives: pairing.alternatives,
    uses: left.users.size,
  };
}

/** A pattern is as sure as the least sure of what it says. */
function patternSuggestion(
  type: string,
  { from, to }: { readonly from: string; readonly to: string },
  members: readonly Pairing[],
): MappingSuggestion {
  const [weakest] = members.toSorted((one, other) => one.score - other.score);
  const reasons = members.flatMap(({ evidence }) => evidence.map(({ text }) => text));
  const counted = [...Map.groupBy(reasons, kindOfReason)].map(([text, all]) =>
    all.length === 1 ? (all[0] ?? text) : `${text} (${all.length} times)`,
  );
  return {
    type,
    from,
    to,
    score: weakest?.score ?? 0,
    sureness: members.some(({ sureness }) => sureness === 'likely') ? 'likely' : 'certain',
    reasons: counted,
    covers: members.map(({ left, right }) => ({ from: left.object.address, to: right.object.address })),
    alternatives: [],
    uses: members.reduce((sum, { left }) => sum + left.users.size, 0),
  };
}

/** A reason without what is particular to one pair. */
function kindOfReason(text: string): string {
  return text
    .replace(/^same e-mail name .*/u, 'same e-mail name')
    .replace(/^only these two have .*/u, 'a value that only two have')
    .replace(/^used by the same .*/u, 'used by the same');
}

const ranks: Readonly<Record<Sureness, number>> = { certain: 0, likely: 1, guess: 2 };

function bySureness(one: MappingSuggestion, other: MappingSuggestion): number {
  return ranks[one.sureness] - ranks[other.sureness] || (one.from < other.from ? -1 : one.from > other.from ? 1 : 0);
}
