import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Employee performance. */
export const employeePerformanceFeature: Feature = {
  name: 'employee-performance',
  types: [
    describedType('employeeperformance_externalmetrics_definitions', {
      label: 'externalmetrics definitions',
      audit: { service: 'EmployeePerformance' },
    }),
  ],
};
