import type { ResourceDescriptor } from '../../core/resource/index.ts';

/** The types of this area. */
export const intentsTypes: readonly ResourceDescriptor[] = [];
