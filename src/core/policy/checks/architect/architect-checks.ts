import type { PolicyCheck } from '../../policy-check.ts';
import { actionWithoutTimeout } from './action-without-timeout.ts';
import { ivrNumberTaken } from './ivr-number-taken.ts';
import { ivrWithoutFlow } from './ivr-without-flow.ts';
import { ivrWithoutNumber } from './ivr-without-number.ts';
import { scheduleGroupWithoutOpenHours } from './schedule-group-without-open-hours.ts';
import { unpublishedFlowUsed } from './unpublished-flow-used.ts';

/** Checks of flows, call routes, schedules and data actions, by code. */
export const architectChecks: readonly PolicyCheck[] = [
  unpublishedFlowUsed,
  scheduleGroupWithoutOpenHours,
  ivrWithoutNumber,
  ivrWithoutFlow,
  ivrNumberTaken,
  actionWithoutTimeout,
];
