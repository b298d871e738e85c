import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { externalusersIdentity } from './externalusers-identity.ts';
import { userRoles } from './user-roles.ts';
import { usersRules } from './users-rules.ts';

/** The types of this area. */
export const usersTypes: readonly ResourceDescriptor[] = [externalusersIdentity, userRoles, usersRules];
