import type { RenameAction } from '../../changeset/changeset.ts';
import { interpolate } from '../../expression/interpolation.ts';
import { formatAddress, type Address } from '../../resource/address.ts';
import { comparableKey, isSingle } from '../../resource/key.ts';
import { incompleteBecause, objectsByKey } from '../world/listing.ts';
import { lookUp, type Lookup } from '../world/lookup.ts';
import { documentOf, setDocument } from '../world/projected-object.ts';
import { scopeOf } from '../world/scope.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';
import { touch } from './set-values.ts';
import { targetAddress } from './target.ts';
import { mayWrite } from './write-permit.ts';

/** Gives the target another name, as projected. An object that has the new name already, and none the old: done before. */
export function applyRename(world: World, action: RenameAction, index: number): void {
  const address = targetAddress(world, action.target, action.source);
  const text = formatAddress(address);
  const known = world.input.catalogue.find(address.type);
  if (known !== undefined && isSingle(known)) {
    report(world, 'SB1023', `${text} has no name: there is one ${known.noun} in an organisation.`, {
      address: text,
      source: action.source,
    });
    return;
  }
  const wanted = String(interpolate(action.to, scopeOf(world), action.source));
  const goal: Address = { type: address.type, key: [...address.key.slice(0, -1), wanted] };
  const found = lookUp(world, address, action.source);
  if (found.kind === 'refused') return;
  const isOwnAgain = found.kind === 'found' && isBoundTo(world, goal, found.object);
  const other = isOwnAgain ? holderOf(world, goal, found.object) : lookUp(world, goal, action.source);
  if (found.kind === 'absent') {
    if (other.kind === 'found') touch(other.object, { action: index, source: action.source });
    else if (other.kind === 'absent' && world.missing.size === 0) reportMissing(world, address, action);
    return;
  }
  const { descriptor } = found.object;
  const field = descriptor.key.fields.at(-1);
  if (
    descriptor.shape.kind !== 'object' ||
    descriptor.content !== undefined ||
    field === undefined ||
    descriptor.createOnly.includes(field)
  ) {
    report(world, 'SB1023', `${text} can not be renamed: its name is part of what it is on the platform.`, {
      address: text,
      source: action.source,
    });
    return;
  }
  if (other.kind === 'found' && other.object !== found.object) {
    report(world, 'SB1012', `${formatAddress(goal)} exists already.`, { address: text, source: action.source });
    return;
  }
  if (!mayWrite(world, found.object, { paths: [[field]] }, action.source)) return;
  touch(found.object, { action: index, source: action.source });
  found.object.owned.push([field]);
  setDocument(world, found.object, { ...documentOf(found.object), [field]: wanted });
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

function reportMissing(world: World, address: Address, action: RenameAction): void {
  const text = formatAddress(address);
  const descriptor = world.input.catalogue.find(address.type);
  const unseen = descriptor === undefined ? undefined : incompleteBecause(world, descriptor);
  if (unseen === undefined)
    report(world, 'SB1027', `${text} does not exist, and nothing is called "${action.to}".`, {
      address: text,
      source: action.source,
    });
  else report(world, 'SB1007', `${text} was not found, but ${unseen}.`, { address: text, source: action.source });
}
