import { describedType } from '../described/described-type.ts';

/** Labels that give interactions a capacity of their own. */
export const utilizationLabelType = describedType('routing_utilization_label', {
  label: 'utilization label',
  audit: { service: 'ContactCenter' },
  uniqueName: { status: 409, code: 'general.conflict' },
});
