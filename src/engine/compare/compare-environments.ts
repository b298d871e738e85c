import {
  addCounts,
  comparableAddress,
  comparableText,
  comparePair,
  countOne,
  createTranslator,
  indexDeclarations,
  judgeMissing,
  normalised,
  nothingCompared,
  type ComparedObject,
  type ComparedRules,
  type ComparedSide,
  type ComparisonCount,
  type ConfigDeclaration,
  type EnvironmentComparison,
  type Judgement,
  type NotCompared,
  type ObjectDifference,
  type Translator,
} from '../../core/compare/index.ts';
import { digestText, isExpired } from '../../core/index.ts';
import type { Catalogue } from '../../core/resource/index.ts';
import type { Scratch } from '../export/index.ts';

/** One environment to compare: its rules, where it was read, and its objects one by one. */
export interface ComparableSide {
  readonly rules: ComparedRules;
  readonly from: ComparedSide;
  /** Types that were read and can be compared. */
  readonly types: readonly string[];
  /** Why a type could not be compared, or not all its objects could be seen, by type. */
  readonly incomplete: ReadonlyMap<string, string>;
  /** Types of which nothing tells whether there are none or whether they were never read. */
  readonly unsure?: ReadonlySet<string> | undefined;
  /** Walked once. */
  readonly objects: () => Iterable<ComparedObject>;
}

/** What to compare, and by what. */
export interface CompareRequest {
  readonly left: ComparableSide;
  readonly right: ComparableSide;
  readonly catalogue: Catalogue;
  readonly declarations: readonly ConfigDeclaration[];
  /** ISO instant; exceptions hold until their day. */
  readonly now: string;
  /** Where documents wait; only names and digests are held. */
  readonly scratch: Scratch;
}

/**
 * Two environments side by side. Documents of the right wait in the scratch, found by address; those of the left are walked
 * once, and only pairs whose fingerprints differ are compared field by field.
 */
export function compareEnvironments(request: CompareRequest): EnvironmentComparison {
  const { left, right, catalogue, now } = request;
  const work = startWork(request);
  const translator = createTranslator(left.rules, right.rules, catalogue);
  for (const object of right.objects()) keepRight(work, object);
  for (const object of left.objects()) compareLeft(work, object, translator);
  finishRight(work, createTranslator(right.rules, left.rules, catalogue));
  const types = [...work.counts].map(([type, count]) => ({ type, ...count })).toSorted(byType);
  const exceptions = [...(left.rules.exceptions ?? []), ...(right.rules.exceptions ?? [])];
  return {
    left: left.from,
    right: right.from,
    types,
    total: types.reduce<ComparisonCount>((sum, count) => addCounts(sum, count), nothingCompared),
    differences: work.differences.toSorted(byPlace),
    notCompared: [...hiddenTypes(left, right, catalogue), ...[...work.notCompared.values()].toSorted(byType)],
    expired: exceptions.filter((exception) => isExpired(exception, now)),
  };
}

/** A document of the right environment that waits for its counterpart. */
interface Waiting {
  readonly place: number;
  readonly digest: string;
  readonly address: string;
  met: boolean;
}

/** What a comparison has found so far. */
interface Work {
  readonly request: CompareRequest;
  readonly judgement: Judgement;
  /** By address, in the form in which its type compares keys. */
  readonly waiting: Map<string, Waiting>;
  /** Has every type that both sides read. */
  readonly counts: Map<string, ComparisonCount>;
  readonly differences: ObjectDifference[];
  readonly notCompared: Map<string, NotCompared & { readonly addresses: string[] }>;
}

function startWork(request: CompareRequest): Work {
  const { left, right, catalogue, declarations, now } = request;
  return {
    request,
    judgement: {
      left: left.rules,
      right: right.rules,
      catalogue,
      declarations: indexDeclarations(declarations),
      today: now,
    },
    waiting: new Map(),
    counts: new Map(left.types.filter((type) => right.types.includes(type)).map((type) => [type, nothingCompared])),
    differences: [],
    notCompared: new Map(),
  };
}

function keepRight(work: Work, object: ComparedObject): void {
  const { catalogue, right, scratch } = work.request;
  if (isLeftOut(work, object, right)) return;
  const { address, type } = object;
  const kept = { ...object, document: normalised(catalogue, type, object.document) };
  work.waiting.set(comparableAddress(catalogue, address), {
    place: scratch.put(JSON.stringify(kept)),
    digest: digestOf(work, kept),
    address,
    met: false,
  });
}

function compareLeft(work: Work, object: ComparedObject, translator: Translator): void {
  const { catalogue, left, scratch } = work.request;
  if (isLeftOut(work, object, left)) return;
  const { type } = object;
  const translated = translator.object(object);
  const counterpart = work.waiting.get(comparableAddress(catalogue, translated.address));
  if (counterpart === undefined) {
    noteMissing(work, 'left', { object, elsewhere: translated.address });
    return;
  }
  counterpart.met = true;
  const own = { ...object, document: normalised(catalogue, type, object.document) };
  if (digestOf(work, own) === counterpart.digest) note(work, type, undefined);
  else {
    const right = JSON.parse(scratch.get(counterpart.place)) as ComparedObject;
    note(work, type, comparePair(work.judgement, { left: own, translated, right }));
  }
}

function finishRight(work: Work, backwards: Translator): void {
  for (const { met, place, address } of work.waiting.values()) {
    if (met) continue;
    const object = JSON.parse(work.request.scratch.get(place)) as ComparedObject;
    noteMissing(work, 'right', { object, elsewhere: backwards.address(address) });
  }
}

function digestOf({ request }: Work, object: ComparedObject): string {
  return digestText(`${object.address}\n${comparableText(request.catalogue, object)}`);
}

function isLeftOut(work: Work, { type, address, shared }: ComparedObject, side: ComparableSide): boolean {
  if (!work.counts.has(type)) return true;
  if (shared === true)
    leaveOut(work, type, { because: `several objects of ${side.rules.name} have this name`, address });
  return shared === true;
}

function note({ counts, differences }: Work, type: string, difference: ObjectDifference | undefined): void {
  counts.set(type, countOne(counts.get(type) ?? nothingCompared, difference));
  if (difference !== undefined) differences.push(difference);
}

function noteMissing(
  work: Work,
  side: 'left' | 'right',
  { object, elsewhere }: { readonly object: ComparedObject; readonly elsewhere: string },
): void {
  const { type, address } = object;
  const other = side === 'left' ? work.request.right : work.request.left;
  const hidden = other.incomplete.get(type) ?? unsureBecause(other, type);
  if (hidden === undefined) note(work, type, judgeMissing(work.judgement, side, object, elsewhere));
  else leaveOut(work, type, { because: `${other.rules.name} may have it unseen: ${hidden}`, address });
}

function leaveOut(
  { notCompared }: Work,
  type: string,
  { because, address }: { readonly because: string; readonly address: string },
): void {
  const place = `${type} ${because}`;
  const known = notCompared.get(place) ?? { type, because, addresses: [] };
  notCompared.set(place, known);
  known.addresses.push(address);
}

function unsureBecause({ unsure, from }: ComparableSide, type: string): string | undefined {
  return unsure?.has(type) === true ? `${from.source} holds none of its type` : undefined;
}

/** Types that one of the sides could not show, or not in full. */
function hiddenTypes(left: ComparableSide, right: ComparableSide, catalogue: Catalogue): readonly NotCompared[] {
  const types = new Set([...left.types, ...right.types]);
  return [...types].toSorted().flatMap((type): readonly NotCompared[] =>
    [left, right].flatMap((side) => {
      const hidden = side.incomplete.get(type);
      const because = side.types.includes(type) ? hidden : (hidden ?? `it was not read of ${side.rules.name}`);
      if (because === undefined || catalogue.find(type) === undefined) return [];
      return [{ type, because: `${side.rules.name}: ${because}`, addresses: [] }];
    }),
  );
}

function byPlace(one: ObjectDifference, other: ObjectDifference): number {
  const places = [one, other].map(({ type, left, right }) => `${type}\n${right ?? left ?? ''}`);
  return (places[0] ?? '') < (places[1] ?? '') ? -1 : 1;
}

function byType(one: { readonly type: string }, other: { readonly type: string }): number {
  return one.type < other.type ? -1 : one.type > other.type ? 1 : 0;
}
