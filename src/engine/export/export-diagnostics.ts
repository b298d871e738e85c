import type { Diagnostic } from '../../core/index.ts';
import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { fitsObject, fitsType, type AddressPattern } from './choose/address-pattern.ts';
import type { ExportChoice } from './choose/choose-types.ts';
import { exportErrorCodes } from './errors.ts';
import type { ObjectIndex, ObjectNumber } from './read/object-index.ts';

/** A warning for each exported type of which not all objects could be seen. */
export function hiddenObjects(
  incomplete: ReadonlyMap<string, string>,
  types: readonly string[],
): readonly Diagnostic[] {
  return types.flatMap((type): readonly Diagnostic[] => {
    const because = incomplete.get(type);
    if (because === undefined) return [];
    return [
      {
        code: 'SB3053',
        severity: 'warning',
        summary: `Not every ${type} could be seen`,
        detail: `${because}; what is missing here may well exist.`,
        remedy: exportErrorCodes.SB3053.remedy,
      },
    ];
  });
}

/** A warning for each pattern that fits no object that was read. */
export function patternsWithoutObject(
  index: ObjectIndex,
  { include = [], exclude = [] }: ExportChoice,
  chosen: readonly ResourceDescriptor[],
): readonly Diagnostic[] {
  const isIdle = (pattern: AddressPattern): boolean =>
    !chosen.some(
      (descriptor) =>
        fitsType(pattern, descriptor.type) &&
        anyOf(index.objectsOf(descriptor.type), (object) => {
          const key = index.nameOf(object)?.key;
          return key !== undefined && fitsObject(pattern, descriptor, key);
        }),
    );
  return [
    ...include.filter(isIdle).map((pattern) => idle('include', pattern)),
    ...exclude
      .filter(({ key }) => key !== undefined)
      .filter(isIdle)
      .map((pattern) => idle('exclude', pattern)),
  ];
}

/** A warning for each address that references name and several objects share. `references`: how many name which object. */
export function sharedAddresses(
  index: ObjectIndex,
  references: ReadonlyMap<ObjectNumber, number>,
): readonly Diagnostic[] {
  const ofAll = new Map<ObjectNumber, { readonly address: string; readonly objects: number; count: number }>();
  for (const [object, count] of references) {
    const name = index.nameOf(object);
    const sharers = name === undefined ? [] : index.named(index.descriptorOf(object), name.key);
    const first = sharers[0] ?? object;
    const address = index.nameOf(first)?.address ?? '';
    const known = ofAll.get(first) ?? { address, objects: sharers.length, count: 0 };
    known.count += count;
    ofAll.set(first, known);
  }
  return [...ofAll.values()]
    .toSorted((left, right) => (left.address < right.address ? -1 : 1))
    .map(({ address, objects, count }) => ({
      code: 'SB3057',
      severity: 'warning',
      summary: 'It can not be told which object references mean',
      detail: `${address} is the address of ${objects} objects, and ${count === 1 ? 'one reference names' : `${count} references name`} it.`,
      remedy: exportErrorCodes.SB3057.remedy,
      address,
    }));
}

function anyOf<Item>(items: Iterable<Item>, test: (item: Item) => boolean): boolean {
  for (const item of items) if (test(item)) return true;
  return false;
}

function idle(what: 'include' | 'exclude', { text }: AddressPattern): Diagnostic {
  return {
    code: 'SB3054',
    severity: 'warning',
    summary: `Nothing fits "${text}"`,
    detail: `No object that was read fits the pattern to ${what}.`,
    remedy: exportErrorCodes.SB3054.remedy,
  };
}
