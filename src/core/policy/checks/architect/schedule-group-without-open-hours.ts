import { defineCheck, findingsPerObject } from '../../policy-check.ts';
import { isLeftEmpty } from './list-field.ts';

/** SB1141: a schedule group that is made, or loses its schedules, opens at some time. */
export const scheduleGroupWithoutOpenHours = defineCheck({
  code: 'SB1141',
  name: 'schedule-group-without-open-hours',
  severity: 'warning',
  types: ['architect_schedulegroups'],
  looksAt: '`openSchedules` of schedule groups that are made or lose them',
  run: (context) =>
    findingsPerObject(context, (touched) =>
      isLeftEmpty(touched, 'openSchedules') ? [`${touched.address} has no open schedule.`] : [],
    ),
});
