import type { Feature } from '../feature.ts';
import { externalMetricType } from './external-metric.ts';

/** Employee performance: definitions of external metrics. */
export const employeePerformanceFeature: Feature = { name: 'employee-performance', types: [externalMetricType] };
