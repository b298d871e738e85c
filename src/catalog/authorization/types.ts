import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { authDivision } from './auth-division.ts';
import { authRole } from './auth-role.ts';

/** The types of this area. */
export const authorizationTypes: readonly ResourceDescriptor[] = [authDivision, authRole];
