import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { learningModules } from './learning-modules.ts';

/** The types of this area. */
export const learningTypes: readonly ResourceDescriptor[] = [learningModules];
