import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Response management. */
export const responseManagementFeature: Feature = {
  name: 'response-management',
  types: [
    describedType('responsemanagement_library', { label: 'library', audit: { service: 'ResponseManagement' } }),
    describedType('responsemanagement_response', { label: 'response', audit: { service: 'ResponseManagement' } }),
    describedType('responsemanagement_responseasset', {
      label: 'responseasset',
      audit: { service: 'ResponseManagement' },
    }),
  ],
};
