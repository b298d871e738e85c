import { comparableAddress, createTranslator, type ComparedObject } from '../../core/compare/index.ts';
import { isJsonArray, isJsonObject, type Json } from '../../core/index.ts';
import { refOf, type Catalogue } from '../../core/resource/index.ts';
import type { SuggestInput, Unmatched } from '../../core/suggest/index.ts';
import type { ComparableSide } from './compare-environments.ts';

/** What to look at. Both sides are walked twice. */
export interface GatherRequest {
  readonly left: ComparableSide;
  readonly right: ComparableSide;
  readonly catalogue: Catalogue;
  /** Types of which objects matter only where something refers to them: those that are each environment's own, or people. */
  readonly onlyUsed: ReadonlySet<string>;
}

/** What two environments have that the other has not, with what refers to it; only that is held. */
export function gatherUnmatched({
  left,
  right,
  catalogue,
  onlyUsed,
}: GatherRequest): Pick<SuggestInput, 'left' | 'right' | 'matched'> {
  const { address: translate } = createTranslator(left.rules, right.rules, catalogue);
  const stay = (address: string): string => address;
  const there = addressesOf(right, stay, catalogue);
  const here = addressesOf(left, translate, catalogue);
  const matched: string[] = [];
  for (const { address } of left.objects())
    if (there.has(comparableAddress(catalogue, translate(address)))) matched.push(address);
  return {
    left: unmatchedOf(left, { others: there, translate, catalogue, onlyUsed }),
    right: unmatchedOf(right, { others: here, translate: stay, catalogue, onlyUsed: new Set() }),
    matched,
  };
}

function addressesOf(
  side: ComparableSide,
  translate: (address: string) => string,
  catalogue: Catalogue,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { address } of side.objects()) found.add(comparableAddress(catalogue, translate(address)));
  return found;
}

interface UnmatchedRequest extends Pick<GatherRequest, 'catalogue' | 'onlyUsed'> {
  readonly others: ReadonlySet<string>;
  readonly translate: (address: string) => string;
}

function unmatchedOf(side: ComparableSide, request: UnmatchedRequest): readonly Unmatched[] {
  const { others, translate, catalogue, onlyUsed } = request;
  const isMatched = (address: string): boolean => others.has(comparableAddress(catalogue, translate(address)));
  const users = new Map<string, Set<string>>();
  const objects: ComparedObject[] = [];
  for (const object of side.objects()) {
    for (const target of referencesOf(object.document)) {
      if (isMatched(target)) continue;
      const known = users.get(target) ?? new Set();
      users.set(target, known.add(translate(object.address)));
    }
    if (object.shared !== true && !isMatched(object.address)) objects.push(object);
  }
  return objects
    .filter(({ type, address }) => !onlyUsed.has(type) || users.has(address))
    .map(({ address, type, key, document }) => ({
      address,
      type,
      key,
      document,
      users: [...(users.get(address) ?? [])],
    }));
}

function referencesOf(value: Json): readonly string[] {
  const ref = refOf(value);
  if (ref !== undefined) return [ref];
  if (isJsonArray(value)) return value.flatMap(referencesOf);
  return isJsonObject(value) ? Object.values(value).flatMap(referencesOf) : [];
}
