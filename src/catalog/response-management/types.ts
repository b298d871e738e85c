import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { responsemanagementLibrary } from './responsemanagement-library.ts';
import { responsemanagementResponse } from './responsemanagement-response.ts';
import { responsemanagementResponseasset } from './responsemanagement-responseasset.ts';

/** The types of this area. */
export const responseManagementTypes: readonly ResourceDescriptor[] = [
  responsemanagementLibrary,
  responsemanagementResponse,
  responsemanagementResponseasset,
];
