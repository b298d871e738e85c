import { canonicalJson } from '../json/canonical-json.ts';
import { withDefaults } from '../resource/canonical-form.ts';
import type { Catalogue } from '../resource/descriptor.ts';
import { comparableKey } from '../resource/key.ts';
import { parseAddress } from '../resource/address.ts';
import type { ComparedObject, ComparisonCount, ConfigDeclaration, ObjectDifference } from './comparison.ts';

/** An empty count. */
export const nothingCompared: ComparisonCount = { compared: 0, identical: 0, mapped: 0, declared: 0, undeclared: 0 };

/** The count with one more object, which differs so or not at all. */
export function countOne(count: ComparisonCount, difference: ObjectDifference | undefined): ComparisonCount {
  const outcome = difference?.class ?? 'identical';
  return { ...count, compared: count.compared + 1, [outcome]: count[outcome] + 1 };
}

/** Both counts together. */
export function addCounts(one: ComparisonCount, other: ComparisonCount): ComparisonCount {
  return {
    compared: one.compared + other.compared,
    identical: one.identical + other.identical,
    mapped: one.mapped + other.mapped,
    declared: one.declared + other.declared,
    undeclared: one.undeclared + other.undeclared,
  };
}

/** A text that is the same for documents without any difference; key fields and what was lost are left out. */
export function comparableText(catalogue: Catalogue, object: ComparedObject): string {
  const descriptor = catalogue.find(object.type);
  if (descriptor === undefined) return canonicalJson(object.document);
  const entries = Object.entries(withDefaults(descriptor, object.document)).filter(
    ([name]) => !descriptor.key.fields.includes(name),
  );
  return canonicalJson(Object.fromEntries(entries));
}

/** An address in the form in which the keys of its type are compared. */
export function comparableAddress(catalogue: Catalogue, address: string): string {
  const parsed = parseAddress(address);
  const descriptor = parsed === undefined ? undefined : catalogue.find(parsed.type);
  if (parsed === undefined || descriptor === undefined) return address;
  return `${parsed.type}/${comparableKey(descriptor.key, parsed.key)}`;
}

/** Declarations by side and address. */
export function indexDeclarations(
  declarations: readonly ConfigDeclaration[],
): ReadonlyMap<string, readonly ConfigDeclaration[]> {
  const index = new Map<string, ConfigDeclaration[]>();
  for (const declaration of declarations) {
    const place = `${declaration.side} ${declaration.address}`;
    const known = index.get(place);
    if (known === undefined) index.set(place, [declaration]);
    else known.push(declaration);
  }
  return index;
}
