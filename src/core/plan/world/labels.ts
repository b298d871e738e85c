import type { SourceLocation } from '../../diagnostic/diagnostic.ts';
import type { LabelSelector } from '../../environment/environment.ts';
import { evaluateCondition } from '../../expression/evaluate.ts';
import type { Json, JsonObject } from '../../json/json.ts';
import { matchesGlob } from '../../text/glob.ts';
import { divisionIn } from './label.ts';
import { beforeOf, documentOf, keyOf } from './projected-object.ts';
import { readNamesBehindReferences } from './reference-names.ts';
import type { ProjectedObject, World } from './world.ts';

/**
 * The labels that selectors give an object. One that only other objects of the type have is the empty text, so that
 * `x.labels.tier == "vip"` can be asked of all. Of two selectors that fit, the later one decides. Division and `where`
 * look at an object as it is before the changeset, so that no action changes who it is for.
 */
export function labelsOf(
  world: World,
  object: ProjectedObject,
  view: (document: JsonObject) => JsonObject,
): JsonObject {
  const name = keyOf(world, object)?.[0] ?? '';
  const selectors = world.input.environment.labels.filter((selector) => selector.type === object.descriptor.type);
  const labels: Record<string, Json> = {};
  for (const selector of selectors) for (const label of Object.keys(selector.labels)) labels[label] = '';
  for (const selector of selectors) {
    if (
      matchesGlob(selector.name, name) &&
      isInDivision(world, object, selector) &&
      meets(world, object, selector, view)
    )
      Object.assign(labels, selector.labels);
  }
  return labels;
}

function isInDivision(world: World, object: ProjectedObject, { division }: LabelSelector): boolean {
  return division === undefined || divisionIn(world, whatItWas(object)) === division;
}

function meets(
  world: World,
  object: ProjectedObject,
  { where, type }: LabelSelector,
  view: (document: JsonObject) => JsonObject,
): boolean {
  if (where === undefined) return true;
  const { name, values } = world.input.environment;
  const source: SourceLocation = { file: `environments/${name}.yaml` };
  readNamesBehindReferences(world, { expressions: [where], iteratorTypes: [type], source });
  const variables = { object: view(whatItWas(object)), env: { name, values } };
  const nothing = { resources: () => [], ref: () => undefined };
  return evaluateCondition(where, { budget: world.budget, variables, ...nothing }, source);
}

/** A new object was nothing before, so it is taken as it is made. */
function whatItWas(object: ProjectedObject): JsonObject {
  return object.live === undefined ? documentOf(object) : beforeOf(object);
}
