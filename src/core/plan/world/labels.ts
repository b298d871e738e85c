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
  const known = indexOf(world.input.environment.labels).get(object.descriptor.type);
  const labels: Record<string, Json> = { ...known?.empty };
  for (const selector of known === undefined ? [] : mayFit(known, name)) {
    if (
      matchesGlob(selector.name, name) &&
      isInDivision(world, object, selector) &&
      meets(world, object, selector, view)
    )
      Object.assign(labels, selector.labels);
  }
  return labels;
}

/** The selectors of one type. */
interface TypeSelectors {
  /** Every label that any of them gives, as the empty text. */
  readonly empty: JsonObject;
  /** Those whose name is no glob, by the name in NFC; each with its place among all. */
  readonly exact: ReadonlyMap<string, readonly PlacedSelector[]>;
  readonly globs: readonly PlacedSelector[];
}

interface PlacedSelector {
  readonly place: number;
  readonly selector: LabelSelector;
}

/** Documents give a selector each, and iterators ask for every object: looking at all of them each time is dear. */
const indexes = new WeakMap<readonly LabelSelector[], ReadonlyMap<string, TypeSelectors>>();

function indexOf(selectors: readonly LabelSelector[]): ReadonlyMap<string, TypeSelectors> {
  const known = indexes.get(selectors);
  if (known !== undefined) return known;
  const types = new Map<
    string,
    { empty: Record<string, Json>; exact: Map<string, PlacedSelector[]>; globs: PlacedSelector[] }
  >();
  for (const [place, selector] of selectors.entries()) {
    const found = types.get(selector.type) ?? { empty: {}, exact: new Map<string, PlacedSelector[]>(), globs: [] };
    types.set(selector.type, found);
    for (const label of Object.keys(selector.labels)) found.empty[label] = '';
    const name = selector.name.normalize('NFC');
    if (name.includes('*')) found.globs.push({ place, selector });
    else found.exact.set(name, [...(found.exact.get(name) ?? []), { place, selector }]);
  }
  indexes.set(selectors, types);
  return types;
}

/** The selectors that may fit a name, in their order: of two that fit, the later one decides. */
function mayFit({ exact, globs }: TypeSelectors, name: string): readonly LabelSelector[] {
  const named = exact.get(name.normalize('NFC')) ?? [];
  const both = named.length === 0 ? globs : [...named, ...globs].toSorted((left, right) => left.place - right.place);
  return both.map(({ selector }) => selector);
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
