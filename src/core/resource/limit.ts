import type { Step } from '../plan/plan.ts';
import type { ResourceDescriptor } from './descriptor.ts';

/** Why the public API can not do this to objects of the type, or undefined when it can. A rename is an update. */
export function limitOn(
  { limits }: Pick<ResourceDescriptor, 'limits'>,
  kind: Exclude<Step['kind'], 'noop'>,
): string | undefined {
  return limits[kind === 'rename' ? 'update' : kind];
}

/** True where nothing can be made, changed or deleted: the type is only read. */
export function isReadOnly({ limits }: Pick<ResourceDescriptor, 'limits'>): boolean {
  return limits.create !== undefined && limits.update !== undefined && limits.delete !== undefined;
}
