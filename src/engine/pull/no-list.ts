import type { TypeListing } from '../../core/resource/index.ts';
import { failureOf } from '../steps/failure.ts';

/**
 * What a listing that the platform does not have shows: nothing, and not all of it. An organisation without the product
 * that a type belongs to answers so. Throws every other error on.
 */
export function noListOr(error: unknown, type: string): TypeListing {
  if (failureOf(error) !== 'gone') throw error;
  return { objects: [], complete: false, incompleteBecause: `this organisation has no list of ${type}` };
}
