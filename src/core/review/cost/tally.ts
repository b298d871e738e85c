import type { EndpointCost } from '../review.ts';

/** Requests to endpoints, added up. */
export interface Tally {
  /** Adds requests to an endpoint; `times` defaults to 1, and nothing is added for 0. */
  readonly add: (method: string, path: string, times?: number) => void;
  /** Most requests first, then by path and method. */
  readonly endpoints: () => readonly EndpointCost[];
}

/** An empty tally. */
export function createTally(): Tally {
  const counts = new Map<string, { readonly method: string; readonly path: string; requests: number }>();
  return {
    add: (method, path, times = 1) => {
      if (times <= 0) return;
      const [bare = ''] = path.split('?');
      const name = `${method} ${bare}`;
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { method, path: bare, requests: times });
      else known.requests += times;
    },
    endpoints: () =>
      [...counts.values()]
        .map((count) => ({ ...count }))
        .toSorted(
          (left, right) =>
            right.requests - left.requests || compare(left.path, right.path) || compare(left.method, right.method),
        ),
  };
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
