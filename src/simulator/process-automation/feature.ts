import { describedType } from '../described/described-type.ts';
import type { Feature } from '../feature.ts';

/** Process automation. */
export const processAutomationFeature: Feature = {
  name: 'process-automation',
  types: [describedType('processautomation_trigger', { label: 'trigger', audit: { service: 'Triggers' } })],
};
