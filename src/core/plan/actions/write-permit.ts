import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { OwnedObjects, OwnershipRule } from '../../environment/environment.ts';
import type { JsonObject } from '../../json/json.ts';
import { arePathsOverlapping, formatPath, type FieldPath } from '../../json/path.ts';
import { recordedName } from '../../environment/recorded-name.ts';
import type { Mode } from '../../resource/descriptor.ts';
import { addressOf, divisionIn } from '../world/label.ts';
import { matchesGlob } from '../../text/glob.ts';
import { mayTravel } from '../checks/portability.ts';
import { documentOf, keyOf } from '../world/projected-object.ts';
import { report, type ProjectedObject, type World } from '../world/world.ts';

/** How the environment keeps the object: as a rule over objects says, else as its type is kept. */
export function modeOf(world: World, object: ProjectedObject): Mode {
  const { modes, objectModes = [] } = world.input.environment;
  const { type, defaultMode } = object.descriptor;
  const own =
    objectModes.length === 0
      ? undefined
      : objectModes.find(({ resource }) => matchesGlob(resource, addressOf(world, object)));
  return own?.mode ?? modes[type] ?? defaultMode;
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
  if (!mayTravel(world, object.descriptor, address, source)) return false;
  const mode = modeOf(world, object);
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
    report(world, 'SB1006', `${what} belongs to "${rule.owner}"${recordedIn(rule, object)}.`, { address, source });
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
  if (rule.objects !== undefined && ownName(rule.objects, object) === undefined) return false;
  if (rule.name !== undefined && !matchesGlob(rule.name, keyOf(world, object)?.[0] ?? '')) return false;
  if (rule.division === undefined) return true;
  // Putting an object into a division is as much its owner's business as changing one that is there.
  return [documentOf(object), document].some((seen) => divisionIn(world, seen) === rule.division);
}

/** A facet has no record of its own: it belongs to whom its parent belongs to. */
function ownName(objects: OwnedObjects, { descriptor, live, parent }: ProjectedObject): string | undefined {
  if (descriptor.shape.kind === 'facet' && parent !== undefined) return ownName(objects, parent);
  return live === undefined ? undefined : recordedName(objects, descriptor.type, live.id);
}

/** Where the owner's own record says so, and how it calls the object. */
function recordedIn({ objects }: OwnershipRule, object: ProjectedObject): string {
  return objects === undefined ? '' : `: ${objects.source} has it as ${ownName(objects, object) ?? 'its own'}`;
}

/** A rule over a field decides on that field and below; over more than the field, it can only refuse. */
function decidesOn(rule: OwnershipRule, path: FieldPath): boolean {
  const field = fieldOf(rule);
  return arePathsOverlapping(field, path) && (path.length >= field.length || rule.owner !== 'signalbox');
}

function fieldOf(rule: OwnershipRule): FieldPath {
  return rule.field === undefined ? [] : rule.field.split('.');
}
