import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { OwnershipRule } from '../../environment/environment.ts';
import { isJsonObject, type JsonObject } from '../../json/json.ts';
import { arePathsOverlapping, formatPath, type FieldPath } from '../../json/path.ts';
import type { Mode } from '../../resource/descriptor.ts';
import { addressOf, addressOfHandle } from '../world/label.ts';
import { matchesGlob } from '../world/object-view.ts';
import { documentOf, keyOf } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';

/** How the environment keeps the type. */
export function modeOf(world: World, type: string): Mode {
  return world.input.environment.modes[type] ?? world.input.catalogue.find(type)?.defaultMode ?? 'reference';
}

/** What is about to be written to an object. */
export interface IntendedWrite {
  /** The paths written; none: all of it. */
  readonly paths: readonly FieldPath[];
  /** The document as the write will leave it, where it leaves one. */
  readonly document?: JsonObject | undefined;
}

/** True when Signalbox may write this to the object; reports why not. */
export function mayWrite(world: World, object: ProjectedObject, write: IntendedWrite, source: SourceLocation): boolean {
  const address = addressOf(world, object);
  const mode = modeOf(world, object.descriptor.type);
  if (mode === 'observe' || mode === 'reference' || (mode === 'seed' && object.live !== undefined)) {
    const why = mode === 'seed' ? 'and exists already, so it is left as it is' : 'so nothing writes it';
    report(world, 'SB1005', `${address} is kept in mode "${mode}", ${why}.`, { address, source });
    return false;
  }
  const rules = world.input.environment.ownership.filter((rule) => ruleFits(world, rule, object, write.document));
  for (const path of write.paths.length === 0 ? [[]] : write.paths) {
    const rule = rules.find((candidate) => decidesOn(candidate, path));
    if (rule === undefined || rule.owner === 'signalbox') continue;
    const covered = path.length === 0 ? fieldOf(rule) : path;
    const what = covered.length === 0 ? address : `${formatPath(covered)} of ${address}`;
    report(world, 'SB1006', `${what} belongs to "${rule.owner}".`, { address, source });
    return false;
  }
  return true;
}

function ruleFits(
  world: World,
  rule: OwnershipRule,
  object: ProjectedObject,
  document: JsonObject | undefined,
): boolean {
  if (rule.type !== undefined && !matchesGlob(rule.type, object.descriptor.type)) return false;
  if (rule.name !== undefined && !matchesGlob(rule.name, keyOf(world, object)?.[0] ?? '')) return false;
  if (rule.division === undefined) return true;
  // Putting an object into a division is as much its owner's business as changing one that is there.
  return [documentOf(object), document].some((seen) => divisionIn(world, seen) === rule.division);
}

function divisionIn(world: World, document: JsonObject | undefined): string | undefined {
  const division = document?.['division'];
  if (!isJsonObject(division) || typeof division['$handle'] !== 'string' || typeof division['$type'] !== 'string')
    return undefined;
  return addressOfHandle(world, division['$type'], division['$handle']).split('/').slice(1).join('/');
}

/** A rule over a field decides on that field and below; over more than the field, it can only refuse. */
function decidesOn(rule: OwnershipRule, path: FieldPath): boolean {
  const field = fieldOf(rule);
  return arePathsOverlapping(field, path) && (path.length >= field.length || rule.owner !== 'signalbox');
}

function fieldOf(rule: OwnershipRule): FieldPath {
  return rule.field === undefined ? [] : rule.field.split('.');
}
