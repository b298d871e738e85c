import { isJsonObject } from '../../core/index.ts';
import type { LiveObject } from '../../core/resource/index.ts';
import type { Clock } from '../../engine/index.ts';
import { descriptorOf, type ResourceContext } from './context.ts';
import { finishedObject } from './finish.ts';
import { readObject } from './read.ts';
import { elementId, isGone } from './place.ts';

/** Reads one object; reads of one type that are asked for at about the same time share a request where the list allows it. */
export type ReadTogether = (type: string, id: string) => Promise<LiveObject | undefined>;

/** How long a read waits for company, in milliseconds. The rate limit makes writes wait far longer. */
const gatheringMs = 20;

interface Waiter {
  readonly id: string;
  readonly resolve: (live: LiveObject | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads that may share a request. Meant for reading back what was written, where a list that lags behind only means to
 * look once more; a read that a write is about to build on takes `readObject`.
 */
export function createReadTogether(context: ResourceContext, clock: Clock): ReadTogether {
  const waiting = new Map<string, Waiter[]>();
  return async (type, id) => {
    const { byIds } = descriptorOf(context.catalogue, type).api.list;
    if (byIds === undefined) return readObject(context, type, id);
    return new Promise((resolve, reject) => {
      const waiters = waiting.get(type) ?? [];
      waiting.set(type, [...waiters, { id, resolve, reject }]);
      if (waiters.length > 0) return;
      void clock.sleep(gatheringMs).then(async () => {
        const gathered = waiting.get(type) ?? [];
        waiting.delete(type);
        for (let start = 0; start < gathered.length; start += byIds.most) {
          await answer(context, type, gathered.slice(start, start + byIds.most));
        }
      });
    });
  };
}

async function answer(context: ResourceContext, type: string, waiters: readonly Waiter[]): Promise<void> {
  try {
    const [only] = waiters;
    const ids = [...new Set(waiters.map((waiter) => waiter.id))];
    if (only !== undefined && ids.length === 1) {
      const live = await readObject(context, type, only.id);
      for (const waiter of waiters) waiter.resolve(live);
      return;
    }
    const found = await readByIds(context, type, ids);
    for (const waiter of waiters) waiter.resolve(found.get(waiter.id));
  } catch (error) {
    for (const waiter of waiters) waiter.reject(error);
  }
}

async function readByIds(
  context: ResourceContext,
  type: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, LiveObject>> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { list } = descriptor.api;
  const query = { ...list.query, pageSize: String(ids.length), [list.byIds?.query ?? 'id']: ids };
  const { body } = await context.client.call({ method: 'GET', path: list.path, query, repeatable: true });
  const elements = isJsonObject(body) ? body[list.items] : body;
  const found = new Map<string, LiveObject>();
  for (const element of Array.isArray(elements) ? elements : []) {
    const id = isJsonObject(element) ? elementId(descriptor, element) : undefined;
    if (id === undefined || isGone(descriptor, element)) continue;
    found.set(id, await finishedObject(context, descriptor, { body: element }));
  }
  return found;
}
