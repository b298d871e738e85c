/** The resource types that take part in routing a call, and the one whose objects tests can call. Nothing else in core names a type. */
export const routeTypes = {
  callRoute: 'architect_ivr',
  scheduleGroup: 'architect_schedulegroups',
  schedule: 'architect_schedules',
  emergencyGroup: 'architect_emergencygroup',
  flow: 'flow',
  action: 'integration_action',
} as const;
