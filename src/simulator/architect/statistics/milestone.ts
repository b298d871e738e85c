import { describedType } from '../../described/described-type.ts';

/** Milestones that flows record on their way. */
export const milestoneType = describedType('flow_milestone', {
  label: 'flow milestone',
  audit: { service: 'Architect', entityType: 'FlowMilestone' },
  uniqueName: { status: 409, code: 'general.conflict' },
  stamps: [],
});
