import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { employeeperformanceExternalmetricsDefinitions } from './employeeperformance-externalmetrics-definitions.ts';

/** The types of this area. */
export const employeePerformanceTypes: readonly ResourceDescriptor[] = [employeeperformanceExternalmetricsDefinitions];
