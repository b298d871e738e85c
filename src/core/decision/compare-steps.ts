import { isSameJson } from '../json/canonical-json.ts';
import { isJsonObject, type Json, type JsonObject } from '../json/json.ts';
import { formatPath, type FieldPath } from '../json/path.ts';
import type { FieldChange, Step } from '../plan/plan.ts';
import { isLeaf, mapReferences } from '../resource/reference.ts';
import type { ChangedObject, DecisionChange, FieldValues } from './decision-change.ts';

/** What differs between the steps of two plans, by address; what does nothing is left out. */
export function compareSteps(then: readonly Step[], now: readonly Step[]): readonly DecisionChange[] {
  const [earlier, later] = [byAddress(then), byAddress(now)];
  const addresses = new Set([...earlier.keys(), ...later.keys()]);
  return [...addresses].flatMap((address) => compareObject(earlier.get(address) ?? [], later.get(address) ?? []));
}

function byAddress(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  return Map.groupBy(
    steps.filter(({ kind }) => kind !== 'noop'),
    ({ address }) => address,
  );
}

/** Steps of one address in pairs: of the same kind where there is one, otherwise in order. */
function compareObject(then: readonly Step[], now: readonly Step[]): readonly DecisionChange[] {
  const left = [...now];
  const changes: DecisionChange[] = [];
  const unpaired: Step[] = [];
  for (const step of then) {
    const at = left.findIndex(({ kind }) => kind === step.kind);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    if (other === undefined) unpaired.push(step);
    else changes.push(...comparePair(step, other));
  }
  for (const step of unpaired) {
    const other = left.shift();
    if (other === undefined) changes.push({ kind: 'step-vanished', step: step.kind, ...objectOf(step) });
    else changes.push({ ...objectOf(other), kind: 'step-kind', earlier: step.kind, later: other.kind });
  }
  return [...changes, ...left.map((step) => ({ kind: 'step-appeared', step: step.kind, ...objectOf(step) }) as const)];
}

function comparePair(then: Step, now: Step): readonly DecisionChange[] {
  if (then.handle !== now.handle) return [{ ...objectOf(now), kind: 'step-object', earlier: then.handle }];
  const [earlier, later] = [fieldsOf(then), fieldsOf(now)];
  const names = new Set([...later.keys(), ...earlier.keys()]);
  return [...names].flatMap((name): readonly DecisionChange[] => {
    const [old, fresh] = [earlier.get(name), later.get(name)];
    const path = (fresh ?? old)?.path ?? [];
    if (old !== undefined && fresh !== undefined && isSameChange(old, fresh)) return [];
    return [{ ...objectOf(now), kind: 'field', path, ...valuesOf('earlier', old), ...valuesOf('later', fresh) }];
  });
}

function objectOf({ type, address, handle }: Step): ChangedObject {
  return { type, address, handle };
}

/** The changed fields by path; of a creation every field that is given. */
function fieldsOf(step: Step): ReadonlyMap<string, FieldChange> {
  const changes = step.kind === 'create' ? leavesOf(step.after) : 'changes' in step ? step.changes : [];
  return new Map(changes.map((change) => [formatPath(change.path), change]));
}

function leavesOf(document: JsonObject, way: FieldPath = []): readonly FieldChange[] {
  return Object.entries(document).flatMap(([name, after]) => {
    const path = [...way, name];
    const isBranch = isJsonObject(after) && !isLeaf(after) && Object.keys(after).length > 0;
    return isBranch ? leavesOf(after, path) : [{ path, after }];
  });
}

function isSameChange(left: FieldChange, right: FieldChange): boolean {
  return isSameValue(left.before, right.before) && isSameValue(left.after, right.after);
}

/** Reading aids do not count: what is referred to may have been renamed. */
function isSameValue(left: Json | undefined, right: Json | undefined): boolean {
  const [one, other] = [left ?? null, right ?? null].map((value) =>
    mapReferences(value, ({ $handle, $type }) => ({ $handle, $type })),
  );
  return isSameJson(one ?? null, other ?? null);
}

function valuesOf<Name extends 'earlier' | 'later'>(name: Name, change: FieldChange | undefined) {
  if (change === undefined) return {};
  const { before, after } = change;
  const values: FieldValues = { ...(before === undefined || before === null ? {} : { before }), after };
  return { [name]: values };
}
