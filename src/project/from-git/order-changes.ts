import { findCircles, orderNodes, type GraphNode } from '../../core/graph/index.ts';
import { isJsonArray, isJsonObject, type Json } from '../../core/index.ts';
import { parseAddress, refOf, type Address, type Catalogue } from '../../core/resource/index.ts';
import { comparableIn } from '../artifact/expand-ensure.ts';
import { effectiveIn } from './described.ts';
import type { Sides } from './decide-changes.ts';
import type { GitChange } from './git-change.ts';
import { addressesInKey } from './renames/renamed-addresses.ts';

/**
 * The changes in an order in which they have one meaning: deletes (inner ones first), which free names; renames, so that
 * a name is given up before it is taken; then everything after what it refers to. What refers to each other in a circle is
 * announced first.
 */
export function orderChanges(changes: readonly GitChange[], sides: Sides): readonly GitChange[] {
  const of = (kind: GitChange['kind']): readonly GitChange[] =>
    changes.filter((change) => change.kind === kind).toSorted((left, right) => compare(nameOf(left), nameOf(right)));
  return [
    ...of('delete').toSorted((left, right) => right.target.key.length - left.target.key.length),
    ...orderRenames(of('rename'), sides.catalogue),
    ...orderEnsures(of('ensure'), sides),
  ];
}

function orderRenames(renames: readonly GitChange[], catalogue: Catalogue): readonly GitChange[] {
  const byId = new Map(renames.map((change) => [comparableIn(catalogue, change.target), change]));
  const nodes = [...byId].map(([id, change]): GraphNode => {
    const { type, key } = change.target;
    const goal =
      change.kind === 'rename' ? comparableIn(catalogue, { type, key: [...key.slice(0, -1), change.to] }) : id;
    return { id, rank: key.length, label: id, dependsOn: new Set(goal === id ? [] : [goal]) };
  });
  return inOrder(nodes, byId);
}

function orderEnsures(ensures: readonly GitChange[], sides: Sides): readonly GitChange[] {
  const { catalogue } = sides;
  const byId = new Map(ensures.map((change) => [comparableIn(catalogue, change.target), change]));
  const outer = (target: Address): readonly string[] =>
    addressesInKey(target, catalogue).map((address) => comparableIn(catalogue, address));
  const nodes = [...byId].map(([id, { target }]): GraphNode => {
    const dependsOn = new Set(
      [...outer(target), ...namesIn(id, sides)].filter((other) => other !== id && byId.has(other)),
    );
    return { id, rank: 0, label: id, dependsOn };
  });
  const inCircles = new Set(findCircles(nodes).flat());
  const announced = new Map([...inCircles].flatMap((id) => announcementOf(id, byId.get(id), sides)));
  const ready = nodes.map((node) => ({
    ...node,
    dependsOn: new Set(
      [...node.dependsOn].map((id) => (inCircles.has(node.id) && announced.has(announceId(id)) ? announceId(id) : id)),
    ),
  }));
  const first = [...announced].map(([id, { target }]): GraphNode => ({
    id,
    rank: -1,
    label: id,
    dependsOn: new Set(outer(target)),
  }));
  return inOrder([...first, ...ready], new Map([...byId, ...announced]));
}

/** What is in a circle and may be new somewhere is made known there before its values are given. */
function announcementOf(
  id: string,
  change: GitChange | undefined,
  sides: Sides,
): readonly (readonly [string, GitChange])[] {
  const [now, was] = [sides.after.get(id), sides.before.get(id)];
  if (change === undefined || now === undefined) return [];
  const isNew = sides.environments.filter(
    (name) =>
      effectiveIn(now, name) !== undefined &&
      effectiveIn(was, name) === undefined &&
      (change.environments?.includes(name) ?? true),
  );
  if (isNew.length === 0) return [];
  const limit = isNew.length === sides.environments.length ? {} : { environments: isNew };
  return [
    [
      announceId(id),
      { kind: 'announce', target: change.target, ...limit, why: 'others refer to it before its own values are given' },
    ],
  ];
}

function announceId(id: string): string {
  return `announce ${id}`;
}

/** Stuck ones, if there are any, come last as they are: the plan says what is wrong with them. */
function inOrder(nodes: readonly GraphNode[], byId: ReadonlyMap<string, GitChange>): readonly GitChange[] {
  const { order, stuck } = orderNodes(nodes);
  return [...order, ...stuck].flatMap((id) => byId.get(id) ?? []);
}

/** The addresses that the documents of a resource refer to, in any environment. */
function namesIn(id: string, { after, environments, catalogue }: Sides): readonly string[] {
  const documents = environments.flatMap((name) => effectiveIn(after.get(id), name)?.document ?? []);
  return documents.flatMap(refsIn).flatMap((ref) => {
    const address = parseAddress(ref);
    return address === undefined ? [] : [comparableIn(catalogue, address)];
  });
}

function refsIn(value: Json): readonly string[] {
  const ref = refOf(value);
  if (ref !== undefined) return [ref];
  if (isJsonArray(value)) return value.flatMap(refsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(refsIn) : [];
}

function nameOf({ target }: GitChange): string {
  return `${target.type}/${target.key.join('/')}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
