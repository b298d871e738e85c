import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { script } from './script.ts';

/** The types of this area. */
export const scriptsTypes: readonly ResourceDescriptor[] = [script];
