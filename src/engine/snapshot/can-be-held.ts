import type { ResourceDescriptor } from '../../core/resource/index.ts';

/** True where a person's lock or a newer draft can stand in the way of a write: what is published as a whole. */
export function canBeHeld({ api }: Pick<ResourceDescriptor, 'api'>): boolean {
  return api.capability.kind === 'flow-jobs' || api.capability.kind === 'draft-publish';
}
