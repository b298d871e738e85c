import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { intentsCategories } from './intents-categories.ts';
import { intentsCustomerintents } from './intents-customerintents.ts';

/** The types of this area. */
export const intentsTypes: readonly ResourceDescriptor[] = [intentsCategories, intentsCustomerintents];
