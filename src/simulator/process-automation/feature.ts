import type { Feature } from '../feature.ts';
import { triggerType } from './trigger.ts';

/** Process automation: triggers. */
export const processAutomationFeature: Feature = { name: 'process-automation', types: [triggerType] };
