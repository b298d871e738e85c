import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { groupRoles } from './group-roles.ts';
import { team } from './team.ts';

/** The types of this area. */
export const groupsTypes: readonly ResourceDescriptor[] = [groupRoles, team];
