import { findException, type FoundException } from '../exception/exceptions.ts';
import { isSameJson } from '../json/canonical-json.ts';
import { valueAt, type FieldPath } from '../json/path.ts';
import type { Catalogue, ResourceDescriptor } from '../resource/descriptor.ts';
import { mapsAway } from './maps-away.ts';
import type {
  ComparedObject,
  ComparedRules,
  ConfigDeclaration,
  DifferenceClass,
  FieldDifference,
  ObjectDifference,
} from './comparison.ts';
import { fieldDifferences, type FieldPair } from './field-differences.ts';

/** What differences are judged by. */
export interface Judgement {
  readonly left: ComparedRules;
  readonly right: ComparedRules;
  readonly catalogue: Catalogue;
  /** By side and address. */
  readonly declarations: ReadonlyMap<string, readonly ConfigDeclaration[]>;
  /** ISO day or instant. */
  readonly today: string;
}

/** An object of both sides. */
export interface ObjectPair {
  /** As the left environment has it. */
  readonly left: ComparedObject;
  /** The same as the right one would have it. */
  readonly translated: ComparedObject;
  readonly right: ComparedObject;
}

/** How the two differ, what mappings explain included; undefined where they are identical. */
export function comparePair(judgement: Judgement, pair: ObjectPair): ObjectDifference | undefined {
  const { left, translated, right } = pair;
  const descriptor = judgement.catalogue.find(right.type);
  if (descriptor === undefined) return undefined;
  const lost = new Set([...(left.lost ?? []), ...(right.lost ?? [])]);
  const isKnown = ({ path }: FieldPair): boolean => !lost.has(path[0] ?? '');
  const open = [
    ...fieldDifferences(descriptor, translated.document, right.document).filter(isKnown),
    ...letters(descriptor, translated, right),
  ];
  const plain = fieldDifferences(descriptor, left.document, right.document).filter(isKnown);
  const mapped = plain.filter(({ path }) => mapsAway(path, open));
  const fields = [
    ...open.map(({ path, ...values }) => {
      const judged = judgeField(judgement, pair, { path, ...values });
      const original = valueAt(left.document, path);
      return { path, ...values, ...(original === undefined ? {} : { left: original }), ...judged };
    }),
    ...mapped.map((field): FieldDifference => ({ ...field, class: 'mapped' })),
  ].toSorted(byPath);
  const isRenamed = left.address !== right.address;
  if (fields.length === 0 && !isRenamed) return undefined;
  const names = { left: left.address, right: right.address };
  return { kind: 'changed', type: right.type, class: worstOf(fields), ...names, fields };
}

/** Names that are one for their type and are written otherwise. */
function letters({ key }: ResourceDescriptor, translated: ComparedObject, right: ComparedObject): readonly FieldPair[] {
  if (translated.address === right.address) return [];
  return [{ path: [key.fields.at(-1) ?? 'name'], left: translated.key.at(-1) ?? '', right: right.key.at(-1) ?? '' }];
}

/** An object that only one side has. */
export function judgeMissing(
  judgement: Judgement,
  side: 'left' | 'right',
  object: ComparedObject,
  elsewhere: string,
): ObjectDifference {
  const { address, type } = object;
  const other = side === 'left' ? 'right' : 'left';
  const addresses = side === 'left' ? { left: address, right: elsewhere } : { left: elsewhere, right: address };
  const found = exceptionFor(judgement, addresses, undefined);
  const config = [...declarationsAt(judgement, side, address), ...declarationsAt(judgement, other, elsewhere)].find(
    ({ path }) => path === undefined,
  );
  return {
    kind: side === 'left' ? 'only-left' : 'only-right',
    type,
    ...verdict(found, config),
    [side]: address,
    fields: [],
  };
}

interface Addresses {
  readonly left: string;
  readonly right: string;
}

interface Verdict {
  readonly class: DifferenceClass;
  readonly because?: string;
}

function judgeField(judgement: Judgement, { left, right }: ObjectPair, field: FieldPair): Verdict {
  const addresses = { left: left.address, right: right.address };
  const config = (['left', 'right'] as const)
    .flatMap((side) => declarationsAt(judgement, side, addresses[side]))
    .find((declaration) => covers(declaration, field));
  return verdict(exceptionFor(judgement, addresses, field.path), config);
}

function verdict(found: FoundException | undefined, config: ConfigDeclaration | undefined): Verdict {
  if (found?.expired === false) return { class: 'declared', because: answerOf(found) };
  if (config !== undefined) return { class: 'declared', because: `${config.file} says so` };
  if (found === undefined) return { class: 'undeclared' };
  return { class: 'undeclared', because: `the exception has expired: ${answerOf(found)}` };
}

function answerOf({ exception: { reason, owner, expires } }: FoundException): string {
  return `${reason} (${owner}, until ${expires})`;
}

/** Both environments may declare it, each in its own names. */
function exceptionFor(
  { left, right, today }: Judgement,
  addresses: Addresses,
  path: FieldPath | undefined,
): FoundException | undefined {
  const found = [
    findException(left.exceptions ?? [], { address: addresses.left, path }, today),
    findException(right.exceptions ?? [], { address: addresses.right, path }, today),
  ].flatMap((each) => each ?? []);
  return found.find(({ expired }) => !expired) ?? found[0];
}

function declarationsAt({ declarations }: Judgement, side: string, address: string): readonly ConfigDeclaration[] {
  return declarations.get(`${side} ${address}`) ?? [];
}

/** A file declares the value it gives; another one that is live there is nobody's word. */
function covers({ side, path, value }: ConfigDeclaration, field: FieldPair): boolean {
  if (path === undefined) return false;
  const isWithin = path.every((part, index) => field.path[index] === part);
  if (!isWithin) return false;
  return value === undefined || path.length < field.path.length || isSameJson(value, field[side] ?? null);
}

function worstOf(fields: readonly FieldDifference[]): DifferenceClass {
  const classes = new Set(fields.map((field) => field.class));
  return classes.has('undeclared') ? 'undeclared' : classes.has('declared') ? 'declared' : 'mapped';
}

function byPath(left: FieldDifference, right: FieldDifference): number {
  const [one, other] = [left.path.join('\u0000'), right.path.join('\u0000')];
  return one < other ? -1 : one > other ? 1 : 0;
}
