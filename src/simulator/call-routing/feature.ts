import type { Feature } from '../feature.ts';
import { emergencyGroupType } from './emergency-group.ts';
import { ivrType } from './ivr.ts';
import { scheduleGroupType } from './schedule-group.ts';
import { scheduleType } from './schedule.ts';

/** Schedules, schedule groups, emergency groups and IVRs. */
export const callRoutingFeature: Feature = {
  name: 'call-routing',
  types: [scheduleType, scheduleGroupType, ivrType, emergencyGroupType],
};
