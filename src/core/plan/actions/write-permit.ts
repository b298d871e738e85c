import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { OwnershipRule } from '../../environment/environment.ts';
import { isJsonObject } from '../../json/json.ts';
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

/** True when Signalbox may write these paths of the object (all of it when none are given); reports why not. */
export function mayWrite(
  world: World,
  object: ProjectedObject,
  paths: readonly FieldPath[],
  source: SourceLocation,
): boolean {
  const address = addressOf(world, object);
  const mode = modeOf(world, object.descriptor.type);
  if (mode === 'observe' || mode === 'reference') {
    report(world, 'SB1005', `${address} is kept in mode "${mode}", so nothing writes it.`, { address, source });
    return false;
  }
  for (const rule of world.input.environment.ownership) {
    if (!ruleFits(world, rule, object)) continue;
    const covered = coveredPath(rule, paths);
    if (covered === undefined) continue;
    if (rule.owner === 'signalbox') return true;
    const what = covered.length === 0 ? address : `${formatPath(covered)} of ${address}`;
    report(world, 'SB1006', `${what} belongs to "${rule.owner}".`, { address, source });
    return false;
  }
  return true;
}

function ruleFits(world: World, rule: OwnershipRule, object: ProjectedObject): boolean {
  if (rule.type !== undefined && !matchesGlob(rule.type, object.descriptor.type)) return false;
  if (rule.name !== undefined && !matchesGlob(rule.name, keyOf(world, object)?.[0] ?? '')) return false;
  return rule.division === undefined || divisionOf(world, object) === rule.division;
}

function divisionOf(world: World, object: ProjectedObject): string | undefined {
  const division = documentOf(object)['division'];
  if (!isJsonObject(division) || typeof division['$handle'] !== 'string' || typeof division['$type'] !== 'string')
    return undefined;
  return addressOfHandle(world, division['$type'], division['$handle']).split('/').slice(1).join('/');
}

/** The written path that the rule covers; the empty path means the whole object. */
function coveredPath(rule: OwnershipRule, paths: readonly FieldPath[]): FieldPath | undefined {
  if (rule.field === undefined) return paths[0] ?? [];
  const field = rule.field.split('.');
  return paths.length === 0 ? field : paths.find((path) => arePathsOverlapping(field, path));
}
