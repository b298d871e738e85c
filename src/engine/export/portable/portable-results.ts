import { ownerOf, type OwnershipRule } from '../../../core/index.ts';
import { formatAddress } from '../../../core/resource/index.ts';
import { divisionNameOf } from '../choose/select-objects.ts';
import { sharedAddresses } from '../export-diagnostics.ts';
import type { ObjectIndex, ObjectNumber } from '../read/object-index.ts';
import type { ContentReader } from '../read/read-contents.ts';
import type { PortableDocument, PortableResult } from './portable-document.ts';
import { exportedKey, toPortable } from './to-portable.ts';

/** Where documents come from and how they are called. */
export interface ResultSources {
  readonly index: ObjectIndex;
  readonly contents: ContentReader;
  readonly organisationId: string;
  readonly rules: readonly OwnershipRule[];
}

/** The objects by their addresses, by code units; those without a key first. */
export function inOrder(index: ObjectIndex, objects: readonly ObjectNumber[]): readonly ObjectNumber[] {
  const unnamed: ObjectNumber[] = [];
  const byType = new Map<string, ObjectNumber[]>();
  for (const object of objects) {
    const { type } = index.descriptorOf(object);
    if (index.nameOf(object) === undefined) unnamed.push(object);
    else {
      const ofType = byType.get(type) ?? [];
      byType.set(type, ofType);
      ofType.push(object);
    }
  }
  // One type at a time, since all addresses at once would take more room than all that is kept of the objects.
  const types = [...byType.keys()].toSorted((left, right) => compareTexts(`${left}/`, `${right}/`));
  return [...unnamed, ...types.flatMap((type) => byAddress(index, byType.get(type) ?? []))];
}

/** Makes the documents of these objects one by one; last comes what is to be said of all of them. */
export function* resultsOf(ordered: readonly ObjectNumber[], from: ResultSources): Generator<PortableResult, void> {
  const { index, contents, rules } = from;
  const shared = new Map<ObjectNumber, number>();
  const onShared = (target: ObjectNumber): void => void shared.set(target, (shared.get(target) ?? 0) + 1);
  for (const object of ordered) {
    const linked = index.documentOf(object);
    if (linked === undefined) continue;
    yield toPortable(
      {
        object,
        linked,
        contentText: contents.textOf(object),
        managedBy: ownerOfObject(index, rules, object),
        onShared,
        organisationId: from.organisationId,
      },
      index,
    );
  }
  if (shared.size > 0) yield { diagnostics: sharedAddresses(index, shared) };
}

/** The address that an object's file has; undefined without a key. */
export function exportedAddress(index: ObjectIndex, object: ObjectNumber): string | undefined {
  const name = index.nameOf(object);
  if (name === undefined) return undefined;
  if (!name.shared) return name.address;
  return formatAddress({ type: index.descriptorOf(object).type, key: exportedKey(name, index.idOf(object)) });
}

function byAddress(index: ObjectIndex, objects: readonly ObjectNumber[]): readonly ObjectNumber[] {
  return objects
    .map((object) => ({ object, address: exportedAddress(index, object) ?? '' }))
    .sort((left, right) => compareTexts(left.address, right.address))
    .map(({ object }) => object);
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** A part belongs to the division of its parent, but rules speak of objects that lie in one themselves. */
function ownerOfObject(
  index: ObjectIndex,
  rules: readonly OwnershipRule[],
  object: ObjectNumber,
): PortableDocument['managedBy'] {
  if (rules.length === 0) return undefined;
  const { type } = index.descriptorOf(object);
  const key = index.nameOf(object)?.key;
  if (key === undefined) return undefined;
  const division = index.divisionOf(object) === undefined ? undefined : divisionNameOf(index, object);
  const owner = ownerOf(rules, { type, key, id: index.idOf(object), division });
  return owner === 'signalbox' ? undefined : owner;
}
