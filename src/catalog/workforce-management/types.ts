import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { workforcemanagementBusinessunits } from './workforcemanagement-businessunits.ts';

/** The types of this area. */
export const workforceManagementTypes: readonly ResourceDescriptor[] = [workforcemanagementBusinessunits];
