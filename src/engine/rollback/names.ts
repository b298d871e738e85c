import type { Baseline, Json } from '../../core/index.ts';
import type { Plan } from '../../core/plan/index.ts';
import {
  formatAddress,
  keyOfDocument,
  referencesIn,
  toDocument,
  type Catalogue,
  type LiveObject,
} from '../../core/resource/index.ts';
import { unnamedIn, type Names } from '../../core/rollback/index.ts';
import { idOfHandle } from '../bindings/index.ts';
import type { RunMemory } from '../journal/index.ts';
import { readPatiently } from '../steps/index.ts';
import { failureOf } from '../steps/failure.ts';
import type { RollbackPorts } from './gather.ts';

/** Names that need not be asked for: those of the baseline, and those the run's plan gave. */
export function knownNames(
  { plan }: { readonly plan: Plan },
  memory: Pick<RunMemory, 'bindings'>,
  baseline: Baseline,
): Names {
  const names: Record<string, string> = {};
  const name = (type: string, handle: string, address: string): void => {
    names[`${type} ${idOfHandle(memory.bindings, handle) ?? handle}`] = address;
  };
  for (const { type, id, address } of Object.values(baseline.entries)) name(type, id, address);
  for (const { $type, $handle, $ref } of referencesIn(plan.steps as unknown as Json))
    if ($ref !== undefined) name($type, $handle, $ref);
  for (const step of plan.steps) name(step.type, step.handle, step.address);
  return names;
}

/** More objects of a type than this are found by listing it. */
const readOneByOne = 3;

/** The names of what the plan points at and nobody named yet, asked of the platform; what it does not tell stays without. */
export async function readNames(
  { reader, clock }: Pick<RollbackPorts, 'reader' | 'clock'>,
  catalogue: Catalogue,
  plan: Plan,
): Promise<Names> {
  const names: Record<string, string> = {};
  for (const [type, wanted] of Map.groupBy(unnamedIn(plan.steps), (entry) => entry.type)) {
    const descriptor = catalogue.find(type);
    if (descriptor === undefined || descriptor.shape.kind !== 'object') continue;
    const read = async (): Promise<readonly (LiveObject | undefined)[]> =>
      wanted.length > readOneByOne
        ? (await reader.list(type)).objects
        : Promise.all(wanted.map(({ id }) => reader.read(type, id)));
    for (const live of await readPatiently(clock, read).catch(nothingIfRefused)) {
      const key = live && keyOfDocument(descriptor, toDocument(descriptor, live), () => undefined);
      if (live !== undefined && key !== undefined) names[`${type} ${live.id}`] = formatAddress({ type, key });
    }
  }
  return names;
}

function nothingIfRefused(error: unknown): readonly LiveObject[] {
  if (failureOf(error) === undefined) throw error;
  return [];
}
