import { nearestName } from '../../core/index.ts';
import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { fitsObject, mayFitBelow } from './address-pattern.ts';
import type { ExportChoice } from './choose-types.ts';
import { unknownDivision } from './errors.ts';
import type { IndexedObject, ObjectIndex } from './object-index.ts';

/** True when the choice takes some objects of a type and leaves others. */
export function isNarrowed({ include, exclude, divisions }: ExportChoice): boolean {
  return [...(include ?? []), ...(exclude ?? [])].some(({ key }) => key !== undefined) || hasDivisions({ divisions });
}

/** True when only objects of some divisions are chosen. */
export function hasDivisions({ divisions }: Pick<ExportChoice, 'divisions'>): boolean {
  return divisions !== undefined && divisions.length > 0;
}

/** True when the object is chosen by its name and its division. One without a name is: an export says that it has none. */
export function isSelected(index: ObjectIndex, choice: ExportChoice, object: IndexedObject): boolean {
  return isIncluded(index, choice, object) && !isExcluded(index, choice, object) && isInDivision(index, choice, object);
}

/** True when the object must not be exported, whatever points at it. */
export function isExcluded(index: ObjectIndex, { exclude = [] }: ExportChoice, object: IndexedObject): boolean {
  const key = index.nameOf(object.descriptor.type, object.id)?.key;
  return key !== undefined && exclude.some((pattern) => fitsObject(pattern, object.descriptor, key));
}

/** False when no part of this type can be chosen below the parent, so that it need not be read. */
export function mayHoldSelected(
  index: ObjectIndex,
  choice: ExportChoice,
  part: ResourceDescriptor,
  parent: IndexedObject,
): boolean {
  const key = index.nameOf(parent.descriptor.type, parent.id)?.key;
  const fits = (pattern: NonNullable<ExportChoice['include']>[number]) =>
    key === undefined || mayFitBelow(pattern, part, key);
  return (choice.include === undefined || choice.include.some(fits)) && isInDivision(index, choice, parent);
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
    [...index.objectsOf(type)].flatMap(({ id }) => index.nameOf(type, id)?.key.join('/') ?? []),
  );
  const unknown = divisions.find((division) => !names.some((name) => isSameName(name, division)));
  if (unknown === undefined) return;
  throw unknownDivision(unknown, nearestName(unknown, names));
}

function isIncluded(index: ObjectIndex, { include }: ExportChoice, { descriptor, id }: IndexedObject): boolean {
  const key = index.nameOf(descriptor.type, id)?.key;
  if (include === undefined || key === undefined) return include === undefined;
  return include.some((pattern) => fitsObject(pattern, descriptor, key));
}

function isInDivision(index: ObjectIndex, choice: ExportChoice, object: IndexedObject): boolean {
  if (!hasDivisions(choice)) return true;
  const name = divisionOf(index, object);
  return name !== undefined && (choice.divisions ?? []).some((division) => isSameName(name, division));
}

/** The name of the division an object lies in; a part lies where its parent does. */
export function divisionOf(index: ObjectIndex, object: IndexedObject): string | undefined {
  const { division } = object;
  if (division !== undefined) return index.nameOf(division.type, division.id)?.key.join('/');
  const parent = index.parentOf(object);
  return parent === undefined ? undefined : divisionOf(index, parent);
}

function isSameName(left: string, right: string): boolean {
  return left.normalize('NFC').toLowerCase() === right.normalize('NFC').toLowerCase();
}
