/** A node of a graph that must be put in order. Knows nothing of what it stands for. */
export interface GraphNode {
  readonly id: string;
  /** Among nodes that are ready, a lower rank goes first. */
  readonly rank: number;
  /** Among nodes of one rank, text order decides. */
  readonly label: string;
  /** Ids that must come before; ids that are no node are passed over. */
  readonly dependsOn: ReadonlySet<string>;
}

/** The ids in an order in which everything comes after what it depends on, or the ids that are left in circles. */
export function orderNodes(nodes: readonly GraphNode[]): {
  readonly order: readonly string[];
  readonly stuck: readonly string[];
} {
  const known = new Set(nodes.map((node) => node.id));
  const waitsFor = new Map(nodes.map((node) => [node.id, [...node.dependsOn].filter((id) => known.has(id)).length]));
  const dependents = new Map<string, GraphNode[]>();
  for (const node of nodes) {
    for (const id of node.dependsOn) dependents.set(id, [...(dependents.get(id) ?? []), node]);
  }
  const ready = createQueue(nodes.filter((node) => waitsFor.get(node.id) === 0));
  const order: string[] = [];
  for (let node = ready.take(); node !== undefined; node = ready.take()) {
    order.push(node.id);
    for (const dependent of dependents.get(node.id) ?? []) {
      const left = (waitsFor.get(dependent.id) ?? 0) - 1;
      waitsFor.set(dependent.id, left);
      if (left === 0) ready.add(dependent);
    }
  }
  const placed = new Set(order);
  return { order, stuck: nodes.filter((node) => !placed.has(node.id)).map((node) => node.id) };
}

/** Groups of ids that reach each other in circles (Tarjan); single nodes only when they depend on themselves. */
export function findCircles(nodes: readonly GraphNode[]): readonly (readonly string[])[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const state: TarjanState = { index: new Map(), low: new Map(), stack: [], onStack: new Set(), circles: [] };
  for (const node of nodes) if (!state.index.has(node.id)) visit(node, byId, state);
  return state.circles;
}

interface TarjanState {
  readonly index: Map<string, number>;
  readonly low: Map<string, number>;
  readonly stack: string[];
  readonly onStack: Set<string>;
  readonly circles: string[][];
}

/** Iterative, so that a chain of 20,000 does not end in a stack overflow. */
function visit(root: GraphNode, byId: ReadonlyMap<string, GraphNode>, state: TarjanState): void {
  const work: { readonly node: GraphNode; readonly rest: string[] }[] = [enter(root, state)];
  for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
    const next = frame.rest.pop();
    if (next === undefined) {
      work.pop();
      leave(frame.node, work.at(-1)?.node, state);
      continue;
    }
    const target = byId.get(next);
    if (target === undefined) continue;
    if (!state.index.has(next)) work.push(enter(target, state));
    else if (state.onStack.has(next)) lower(frame.node.id, state.index.get(next) ?? 0, state);
  }
}

function enter(node: GraphNode, state: TarjanState): { readonly node: GraphNode; readonly rest: string[] } {
  state.low.set(node.id, state.index.size);
  state.index.set(node.id, state.index.size);
  state.stack.push(node.id);
  state.onStack.add(node.id);
  return { node, rest: [...node.dependsOn] };
}

function leave(node: GraphNode, parent: GraphNode | undefined, state: TarjanState): void {
  const low = state.low.get(node.id) ?? 0;
  if (parent !== undefined) lower(parent.id, low, state);
  if (low !== state.index.get(node.id)) return;
  const members = state.stack.splice(state.stack.lastIndexOf(node.id));
  for (const id of members) state.onStack.delete(id);
  if (members.length > 1 || node.dependsOn.has(node.id)) state.circles.push(members.toSorted());
}

function lower(id: string, value: number, state: TarjanState): void {
  state.low.set(id, Math.min(state.low.get(id) ?? value, value));
}

/** A binary heap of nodes by rank, then label, then id. */
function createQueue(first: readonly GraphNode[]): {
  readonly add: (node: GraphNode) => void;
  readonly take: () => GraphNode | undefined;
} {
  const heap: GraphNode[] = [];
  const add = (node: GraphNode): void => {
    let at = heap.push(node) - 1;
    for (let up = (at - 1) >> 1; at > 0 && isBefore(node, heap[up] ?? node); up = (at - 1) >> 1) {
      heap[at] = heap[up] ?? node;
      at = up;
    }
    heap[at] = node;
  };
  const take = (): GraphNode | undefined => {
    const top = heap[0];
    const last = heap.pop();
    if (top === undefined || last === undefined || heap.length === 0) return top;
    sink(heap, last);
    return top;
  };
  first.forEach(add);
  return { add, take };
}

function sink(heap: GraphNode[], node: GraphNode): void {
  let at = 0;
  for (;;) {
    const left = heap[2 * at + 1];
    const right = heap[2 * at + 2];
    const useRight = left !== undefined && right !== undefined && isBefore(right, left);
    const child = useRight ? right : left;
    if (child === undefined || !isBefore(child, node)) break;
    heap[at] = child;
    at = 2 * at + (useRight ? 2 : 1);
  }
  heap[at] = node;
}

function isBefore(left: GraphNode, right: GraphNode): boolean {
  if (left.rank !== right.rank) return left.rank < right.rank;
  if (left.label !== right.label) return left.label < right.label;
  return left.id < right.id;
}
