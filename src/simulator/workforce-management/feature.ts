import type { Feature } from '../feature.ts';
import { businessUnitType } from './business-unit.ts';

/** Workforce management: business units. */
export const workforceManagementFeature: Feature = { name: 'workforce-management', types: [businessUnitType] };
