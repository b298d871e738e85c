import type { ResourceDescriptor, TypeListing } from '../../core/resource/index.ts';
import type { Visibility } from '../access/visibility.ts';
import { failureOf } from '../errors.ts';

/** Whether a listing shows all there is, and why not. */
export type Completeness = Omit<TypeListing, 'objects'>;

/** What a list that kept still, or did not, says of itself. */
export function steadiness(steady: boolean): Completeness {
  if (steady) return { complete: true };
  return { complete: false, incompleteBecause: 'the list kept changing while it was read' };
}

/** The same for a whole type, of which permissions and divisions may hide a part. */
export async function completenessOf(
  visibility: Visibility,
  descriptor: ResourceDescriptor,
  steady: boolean,
): Promise<Completeness> {
  const completeness = await visibility.completenessOf(descriptor);
  if (!completeness.complete) return { complete: false, incompleteBecause: completeness.because };
  return steadiness(steady);
}

/** The listing of somebody who may not see it; any other failure is thrown on. */
export function refusedListing(error: unknown): TypeListing {
  if (failureOf(error) !== 'forbidden') throw error;
  const incompleteBecause = `the platform refused the list: ${(error as Error).message}`;
  return { objects: [], complete: false, incompleteBecause };
}
