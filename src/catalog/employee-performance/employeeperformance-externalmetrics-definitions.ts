import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** Measures of work that come from outside of the platform, without their values. */
export const employeeperformanceExternalmetricsDefinitions = describeType({
  type: 'employeeperformance_externalmetrics_definitions',
  area: 'employee-performance',
  noun: 'external metric',
  level: 'B',
  key: ['name'],
  fields: ['name', 'unit', 'unitDefinition', 'precision', 'defaultObjectiveType', 'enabled'],
  createOnly: ['unit', 'unitDefinition'],
  required: ['name', 'unit', 'precision', 'defaultObjectiveType', 'enabled'],
  api: crudApi({
    path: '/api/v2/employeeperformance/externalmetrics/definitions',
    pageSize: 100,
    update: { method: 'PATCH', only: ['name', 'precision', 'defaultObjectiveType', 'enabled'] },
  }),
  knownLimits: ['The values of a metric are not read; a metric that was deleted comes back empty.'],
  permissions: permissionsOf('employeePerformance:externalMetricDefinition'),
  audit: { service: 'EmployeePerformance', entityType: 'ExternalMetricsDefinition' },
  reversibility: { create: 'exact', update: 'exact', delete: 'irreversible' },
});
