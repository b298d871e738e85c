import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { processautomationTrigger } from './processautomation-trigger.ts';

/** The types of this area. */
export const processAutomationTypes: readonly ResourceDescriptor[] = [processautomationTrigger];
