import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { group } from './group.ts';
import { location } from './location.ts';
import { user } from './user.ts';

/** The types of this area. */
export const directoryTypes: readonly ResourceDescriptor[] = [group, location, user];
