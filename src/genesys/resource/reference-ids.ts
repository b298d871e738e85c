import { isJsonArray, isJsonObject, parsePattern, type Json, type JsonObject } from '../../core/index.ts';
import type { Catalogue, LiveObject, ReferenceRule, ResourceDescriptor } from '../../core/resource/index.ts';
import { depthOf, partsOf } from './place.ts';

/**
 * The object with its references to children under their live ids, `parentId/ownId`; the platform names a child by its own
 * part alone. The parent is the one that a reference beside it names (the domain of an e-mail route), else the one that the
 * object itself is or hangs under (the knowledge base of a document). Without either the id stays as it is.
 */
export function withLiveIds(catalogue: Catalogue, descriptor: ResourceDescriptor, live: LiveObject): LiveObject {
  const rules = childRulesOf(catalogue, descriptor);
  if (rules.length === 0) return live;
  const above = ancestryOf(catalogue, descriptor, live.id);
  const body = rules.reduce<Json>(
    (value, { rule, target, parentType }) =>
      mapIds(rule, value, (id, trail) => {
        if (partsOf(catalogue, target, id).parentId !== undefined) return id;
        const parentId = namedBeside(descriptor, parentType, trail) ?? above.get(parentType);
        return parentId === undefined ? id : `${parentId}/${id}`;
      }),
    live.body,
  );
  return isJsonObject(body) ? { ...live, body } : live;
}

/** The inverse for a body to be written: references to children by their own part. */
export function withOwnIds(catalogue: Catalogue, descriptor: ResourceDescriptor, body: JsonObject): JsonObject {
  const written = childRulesOf(catalogue, descriptor).reduce<Json>(
    (value, { rule, target }) => mapIds(rule, value, (id) => partsOf(catalogue, target, id).own),
    body,
  );
  return isJsonObject(written) ? written : body;
}

/** A rule whose places hold ids of children of one type. */
interface ChildRule {
  readonly rule: ReferenceRule;
  readonly target: ResourceDescriptor;
  readonly parentType: string;
}

/** An object on the way to a place, and the way to it. */
interface Enclosing {
  readonly parts: readonly string[];
  readonly object: JsonObject;
}

/** Rules that may point at children, those nearest to the organisation first: the ids of others are built on theirs. */
function childRulesOf(catalogue: Catalogue, descriptor: ResourceDescriptor): readonly ChildRule[] {
  const { shape } = descriptor;
  const parentField = shape.kind === 'object' ? undefined : shape.parentField;
  return descriptor.references
    .filter(({ path }) => path !== parentField)
    .flatMap((rule): readonly ChildRule[] => {
      const target = typeof rule.type === 'string' ? catalogue.find(rule.type) : undefined;
      return target?.shape.kind === 'child' ? [{ rule, target, parentType: target.shape.parentType }] : [];
    })
    .toSorted((left, right) => depthOf(catalogue, left.target) - depthOf(catalogue, right.target));
}

/** The live ids of the object and of all that it hangs under, by type. */
function ancestryOf(catalogue: Catalogue, descriptor: ResourceDescriptor, id: string): ReadonlyMap<string, string> {
  const { shape } = descriptor;
  const parent = shape.kind === 'object' ? undefined : catalogue.find(shape.parentType);
  const parentId = partsOf(catalogue, descriptor, id).parentId;
  const above = parent === undefined || parentId === undefined ? [] : ancestryOf(catalogue, parent, parentId);
  return new Map([...above, [descriptor.type, id]]);
}

/** The id that a reference to this type holds right inside an enclosing object, the innermost first. */
function namedBeside(
  { references }: ResourceDescriptor,
  type: string,
  trail: readonly Enclosing[],
): string | undefined {
  const paths = references.filter((rule) => rule.type === type).map(({ path }) => parsePattern(path));
  for (const { parts, object } of trail) {
    const beside = paths.find(
      (path) => path.length === parts.length + 1 && parts.every((part, at) => part === path[at]),
    );
    const found = beside === undefined ? undefined : object[beside.at(-1) ?? ''];
    const id = isJsonObject(found) ? found['id'] : found;
    if (typeof id === 'string' && id !== '') return id;
  }
  return undefined;
}

type ChangeId = (id: string, trail: readonly Enclosing[]) => string;

/** The value with the ids at the rule's places changed, as far as the rule means a reference there. */
function mapIds(rule: ReferenceRule, value: Json, change: ChangeId): Json {
  const { when } = rule;
  return mapTrail(value, { parts: parsePattern(rule.path), at: 0, trail: [] }, (found, trail) => {
    if (when !== undefined && !when.values.includes(String(trail[0]?.object[when.field]))) return found;
    const id = isJsonObject(found) ? found['id'] : found;
    if (typeof id !== 'string' || id === '' || rule.literals?.includes(id) === true) return found;
    return isJsonObject(found) ? { ...found, id: change(id, trail) } : change(id, trail);
  });
}

interface Way {
  readonly parts: readonly string[];
  readonly at: number;
  readonly trail: readonly Enclosing[];
}

function mapTrail(value: Json, way: Way, visit: (found: Json, trail: readonly Enclosing[]) => Json): Json {
  const { parts, at, trail } = way;
  const head = parts[at];
  if (head === undefined) return visit(value, trail);
  if (head === '[]') {
    return isJsonArray(value) ? value.map((item) => mapTrail(item, { ...way, at: at + 1 }, visit)) : value;
  }
  if (!isJsonObject(value)) return value;
  const inside = { parts, at: at + 1, trail: [{ parts: parts.slice(0, at), object: value }, ...trail] };
  const names = head === '*' ? Object.keys(value) : [head];
  const changed = names.flatMap((name) => {
    const inner = value[name];
    return inner === undefined ? [] : [[name, mapTrail(inner, inside, visit)] as const];
  });
  return changed.length === 0 ? value : { ...value, ...Object.fromEntries(changed) };
}
