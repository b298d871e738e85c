import { toDocument, type TypeListing } from '../../core/resource/index.ts';
import type { KeptPart } from '../../core/rollback/index.ts';
import type { RunContext } from '../run/run-context.ts';
import { failureOf } from './failure.ts';
import { readPatiently } from './patience.ts';
import type { Work } from './work.ts';

/**
 * The parts that go when the object is deleted, so that taking the deletion back can bring them back too. Parts that may
 * not be read become a finding: the deletion then can not be taken back in full.
 */
export async function keepParts(context: RunContext, work: Work, parentId: string): Promise<readonly KeptPart[]> {
  return keepPartsOf(context, work, { type: work.step.type, id: parentId });
}

/** Parts of a part follow it. */
async function keepPartsOf(
  context: RunContext,
  work: Work,
  parent: { readonly type: string; readonly id: string },
): Promise<readonly KeptPart[]> {
  const kept: KeptPart[] = [];
  for (const type of context.catalogue.types) {
    const descriptor = context.catalogue.find(type);
    if (descriptor === undefined || descriptor.shape.kind === 'object' || descriptor.shape.parentType !== parent.type)
      continue;
    const listing = await readPatiently(context.clock, () => context.platform.listPart(type, parent.id)).catch(hidden);
    for (const live of listing.objects) {
      kept.push({ type, id: live.id, document: toDocument(descriptor, live) });
      kept.push(...(await keepPartsOf(context, work, { type, id: live.id })));
    }
    if (!listing.complete) {
      const summary = `The ${descriptor.noun} of ${work.step.address} can not be read, so a rollback can not bring it back.`;
      await context.journal.write({
        direction: work.direction,
        stepId: work.step.id,
        phase: 'finding',
        data: { kind: 'not-kept', stepId: work.step.id, address: work.step.address, summary },
      });
    }
  }
  return kept;
}

function hidden(error: unknown): TypeListing {
  if (failureOf(error) !== 'forbidden') throw error;
  return { objects: [], complete: false };
}
