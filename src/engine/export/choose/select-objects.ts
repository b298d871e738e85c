import { nearestName } from '../../../core/index.ts';
import type { ResourceDescriptor } from '../../../core/resource/index.ts';
import { unknownDivision } from '../errors.ts';
import type { ObjectIndex, ObjectNumber } from '../read/object-index.ts';
import { fitsObject, mayFitBelow } from './address-pattern.ts';
import type { ExportChoice } from './choose-types.ts';

/** True when the choice takes some objects of a type and leaves others. */
export function isNarrowed({ include, exclude, divisions }: ExportChoice): boolean {
  return [...(include ?? []), ...(exclude ?? [])].some(({ key }) => key !== undefined) || hasDivisions({ divisions });
}

/** True when only objects of some divisions are chosen. */
export function hasDivisions({ divisions }: Pick<ExportChoice, 'divisions'>): boolean {
  return divisions !== undefined && divisions.length > 0;
}

/** True when the object is chosen by its name and its division. One without a name is: an export says that it has none. */
export function isSelected(index: ObjectIndex, choice: ExportChoice, object: ObjectNumber): boolean {
  return isIncluded(index, choice, object) && !isExcluded(index, choice, object) && isInDivision(index, choice, object);
}

/** True when the object must not be exported, whatever points at it. */
export function isExcluded(index: ObjectIndex, { exclude = [] }: ExportChoice, object: ObjectNumber): boolean {
  if (exclude.length === 0) return false;
  const key = index.nameOf(object)?.key;
  return key !== undefined && exclude.some((pattern) => fitsObject(pattern, index.descriptorOf(object), key));
}

/** False when no part of this type can be chosen below the parent, so that it need not be read. */
export function mayHoldSelected(
  index: ObjectIndex,
  choice: ExportChoice,
  part: ResourceDescriptor,
  parent: ObjectNumber,
): boolean {
  if (!isInDivision(index, choice, parent)) return false;
  if (choice.include === undefined) return true;
  const key = index.nameOf(parent)?.key;
  return choice.include.some((pattern) => key === undefined || mayFitBelow(pattern, part, key));
}

/** The types that the divisions of these types' objects have; none where none of them has a division. */
export function divisionTypes(descriptors: readonly ResourceDescriptor[]): readonly string[] {
  const rules = descriptors.flatMap(({ references }) => references.filter(({ path }) => path === 'division'));
  return [...new Set(rules.flatMap(({ type }) => (typeof type === 'string' ? [type] : [])))];
}

/** Ends with SB3055 when a division that was named is not there. */
export function refuseUnknownDivisions(
  index: ObjectIndex,
  { divisions = [] }: ExportChoice,
  types: readonly string[],
): void {
  const names = types.flatMap((type) =>
    [...index.objectsOf(type)].flatMap((object) => index.nameOf(object)?.key.join('/') ?? []),
  );
  const unknown = divisions.find((division) => !names.some((name) => isSameName(name, division)));
  if (unknown === undefined) return;
  throw unknownDivision(unknown, nearestName(unknown, names));
}

function isIncluded(index: ObjectIndex, { include }: ExportChoice, object: ObjectNumber): boolean {
  if (include === undefined) return true;
  const key = index.nameOf(object)?.key;
  return key !== undefined && include.some((pattern) => fitsObject(pattern, index.descriptorOf(object), key));
}

function isInDivision(index: ObjectIndex, choice: ExportChoice, object: ObjectNumber): boolean {
  if (!hasDivisions(choice)) return true;
  const name = divisionNameOf(index, object);
  return name !== undefined && (choice.divisions ?? []).some((division) => isSameName(name, division));
}

/** The name of the division an object lies in; a part lies where its parent does. */
export function divisionNameOf(index: ObjectIndex, object: ObjectNumber): string | undefined {
  const division = index.divisionOf(object);
  if (division !== undefined) return index.nameOf(index.find(division.type, division.id))?.key.join('/');
  const parent = index.parentOf(object);
  return parent === undefined ? undefined : divisionNameOf(index, parent);
}

function isSameName(left: string, right: string): boolean {
  return left.normalize('NFC').toLowerCase() === right.normalize('NFC').toLowerCase();
}
