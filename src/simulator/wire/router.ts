/** A route's address: method and template such as `/api/v2/users/{userId}`. */
export type RouteAddress = { readonly method: string; readonly path: string };

/** The outcome of a look-up: the route and its path parameters, or why there is none. */
export type Match<R> =
  | { readonly kind: 'found'; readonly route: R; readonly params: Readonly<Record<string, string>> }
  | { readonly kind: 'wrong-method'; readonly allowed: readonly string[] }
  | { readonly kind: 'unknown' };

type Node<R> = {
  readonly fixed: Map<string, Node<R>>;
  /** The same by lower-case name. */
  readonly folded: Map<string, Node<R>>;
  parameter?: Node<R>;
  readonly routes: Map<string, Named<R>>;
};
type Named<R> = { readonly route: R; readonly names: readonly string[] };

/**
 * Finds routes by method and path; fixed segments win over parameters, and HEAD is answered by GET. Where no parameter
 * can be meant, fixed segments are known in any letter case: official clients write `processAutomation` as well.
 */
export function createRouter<R extends RouteAddress>(
  routes: readonly R[],
): (method: string, pathname: string) => Match<R> {
  const root = emptyNode<R>();
  for (const route of routes) addRoute(root, route);
  return (method, pathname) => {
    const values: string[] = [];
    const node = walk(root, segmentsOf(pathname), 0, values);
    if (!node) return { kind: 'unknown' };
    const named = node.routes.get(method) ?? (method === 'HEAD' ? node.routes.get('GET') : undefined);
    if (!named) return { kind: 'wrong-method', allowed: [...node.routes.keys()] };
    const params = Object.fromEntries(named.names.map((name, index) => [name, values[index] ?? '']));
    return { kind: 'found', route: named.route, params };
  };
}

function addRoute<R extends RouteAddress>(root: Node<R>, route: R): void {
  const names: string[] = [];
  let node = root;
  for (const segment of segmentsOf(route.path)) {
    if (segment.startsWith('{')) {
      names.push(segment.slice(1, -1));
      node = node.parameter ??= emptyNode<R>();
    } else {
      const next = node.fixed.get(segment) ?? emptyNode<R>();
      node.fixed.set(segment, next);
      node.folded.set(segment.toLowerCase(), next);
      node = next;
    }
  }
  if (node.routes.has(route.method)) throw new Error(`two routes for ${route.method} ${route.path}`);
  node.routes.set(route.method, { route, names });
}

function walk<R>(node: Node<R>, segments: readonly string[], at: number, values: string[]): Node<R> | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.routes.size > 0 ? node : undefined;
  const fixed = node.fixed.get(segment) ?? (node.parameter ? undefined : node.folded.get(segment.toLowerCase()));
  const byName = fixed && walk(fixed, segments, at + 1, values);
  if (byName) return byName;
  if (!node.parameter) return undefined;
  const depth = values.push(decodeSegment(segment));
  const found = walk(node.parameter, segments, at + 1, values);
  if (!found) values.length = depth - 1;
  return found;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter(Boolean);
}

function emptyNode<R>(): Node<R> {
  return { fixed: new Map(), folded: new Map(), routes: new Map() };
}
