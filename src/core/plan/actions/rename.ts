import type { RenameAction } from '../../changeset/action.ts';
import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import { interpolate } from '../../expression/interpolation.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { comparableKey, isSingle } from '../../resource/key.ts';
import { touch } from '../values/set-values.ts';
import { incompleteBecause, objectsByKey } from '../world/listing.ts';
import { lookUp, type Lookup } from '../world/lookup.ts';
import { documentOf, setDocument } from '../world/projected-object.ts';
import { scopeOf } from '../world/scope.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';
import { placeIn } from '../../diagnostic/place-in.ts';
import { mapHere } from '../world/map-here.ts';
import { targetAddress, textOf } from './target.ts';
import { mayWrite } from './write-permit.ts';

/** Gives the target another name, as projected. An object that has the new name already, and none the old: done before. */
export function applyRename(world: World, action: RenameAction, index: number): void {
  const address = targetAddress(world, action);
  const { source } = action;
  const known = world.input.catalogue.find(address.type);
  if (known !== undefined && isNameless(world, known, { address: formatAddress(address), source })) return;
  const authored = textOf(interpolate(action.to, scopeOf(world), placeIn(action, '/to')));
  const goal = mapHere(world, { type: address.type, key: [...address.key.slice(0, -1), authored] });
  const wanted = goal.key.at(-1) ?? authored;
  const found = lookUp(world, address, source);
  if (found.kind === 'refused') return;
  if (found.kind === 'found') {
    renameObject(world, found.object, { address, goal, action: index, source });
    return;
  }
  const other = lookUp(world, goal, source);
  if (other.kind === 'found') touch(other.object, { action: index, source });
  else if (other.kind === 'absent' && world.missing.size === 0) reportMissing(world, { address, wanted, source });
}

/** Gives the object another last key part, as projected, unless that is refused. */
export function renameObject(
  world: World,
  object: ProjectedObject,
  by: {
    readonly address: Address;
    readonly goal: Address;
    readonly action: number;
    readonly source: SourceLocation;
  },
): void {
  const { goal, source } = by;
  const text = formatAddress(by.address);
  const { descriptor } = object;
  if (isNameless(world, descriptor, { address: text, source })) return;
  const isOwnAgain = isBoundTo(world, goal, object);
  const other = isOwnAgain ? holderOf(world, goal, object) : lookUp(world, goal, source);
  const field = descriptor.key.fields.at(-1);
  if (
    descriptor.shape.kind !== 'object' ||
    descriptor.content !== undefined ||
    field === undefined ||
    descriptor.createOnly.includes(field)
  ) {
    report(world, 'SB1023', `${text} can not be renamed: its name is part of what it is on the platform.`, {
      address: text,
      source,
    });
    return;
  }
  if (other.kind === 'found' && other.object !== object) {
    report(world, 'SB1012', `${formatAddress(goal)} exists already.`, { address: text, source });
    return;
  }
  if (!mayWrite(world, object, { paths: [[field]] }, source)) return;
  touch(object, by);
  object.owned.push([field]);
  setDocument(world, object, { ...documentOf(object), [field]: goal.key.at(-1) ?? '' });
}

function isNameless(
  world: World,
  descriptor: ResourceDescriptor,
  place: { readonly address: string; readonly source: SourceLocation },
): boolean {
  if (!isSingle(descriptor)) return false;
  report(world, 'SB1023', `${place.address} has no name: there is one ${descriptor.noun} in an organisation.`, place);
  return true;
}

/** An object that somebody renamed by hand gets back the name it is managed under. */
function isBoundTo(world: World, address: Address, object: ProjectedObject): boolean {
  const bound = world.input.baseline.entries[formatAddress(address)];
  return bound?.type === address.type && bound.id === object.handle;
}

function holderOf(world: World, address: Address, object: ProjectedObject): Lookup {
  const { descriptor } = object;
  const [holder] = objectsByKey(world, descriptor, comparableKey(descriptor.key, address.key));
  return holder === undefined ? { kind: 'absent', descriptor } : { kind: 'found', object: holder };
}

function reportMissing(
  world: World,
  renaming: { readonly address: Address; readonly wanted: string; readonly source: SourceLocation },
): void {
  const text = formatAddress(renaming.address);
  const place = { address: text, source: renaming.source };
  const descriptor = world.input.catalogue.find(renaming.address.type);
  const unseen = descriptor === undefined ? undefined : incompleteBecause(world, descriptor);
  if (unseen === undefined)
    report(world, 'SB1027', `${text} does not exist, and nothing is called "${renaming.wanted}".`, place);
  else report(world, 'SB1007', `${text} was not found, but ${unseen}.`, place);
}
