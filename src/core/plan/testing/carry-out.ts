import type { JsonObject } from '../../json/json.ts';
import { toCreateBody, toUpdateBody } from '../../resource/wire-form.ts';
import type { Plan, Step } from '../plan.ts';
import { testCatalogue, type TestOrganisation } from './test-world.ts';

/** What became of an organisation, and the ids of what was made, by handle. */
export interface CarriedOut {
  readonly live: TestOrganisation;
  readonly ids: ReadonlyMap<string, string>;
}

/** The organisation once every step of a plan was written, as a platform without surprises would have it. */
export function carryOut(live: TestOrganisation, { steps }: Pick<Plan, 'steps'>): CarriedOut {
  const objects = new Map(
    Object.entries(live).map(([type, bodies]) => [type, new Map(bodies.map((body) => [String(body['id']), body]))]),
  );
  const ids = new Map<string, string>();
  for (const step of steps) {
    const of = objects.get(step.type) ?? new Map<string, JsonObject>();
    objects.set(step.type, of);
    write(step, of, ids);
  }
  return { live: Object.fromEntries([...objects].map(([type, of]) => [type, [...of.values()]])), ids };
}

function write(step: Step, objects: Map<string, JsonObject>, ids: Map<string, string>): void {
  const descriptor = testCatalogue.find(step.type);
  if (descriptor === undefined) throw new Error(`no type ${step.type}`);
  const resolve = (handle: string): string => ids.get(handle) ?? handle;
  const id = resolve(step.handle);
  switch (step.kind) {
    case 'create': {
      const made = objects.has(id) || id.startsWith('new#') ? `made-${step.type}-${ids.size}` : `${id}-again`;
      ids.set(step.handle, made);
      objects.set(made, { ...toCreateBody(descriptor, step.after, resolve), id: made });
      return;
    }
    case 'update':
    case 'rename':
      objects.set(id, toUpdateBody(descriptor, { id, body: objects.get(id) ?? {} }, step.changes, resolve));
      return;
    case 'delete':
      objects.delete(id);
      return;
    case 'noop':
      return;
    default:
      step satisfies never;
  }
}
