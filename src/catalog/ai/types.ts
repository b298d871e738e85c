import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { aiStudioSummarySetting } from './ai-studio-summary-setting.ts';
import { guide } from './guide.ts';
import { guideVersion } from './guide-version.ts';

/** The types of this area. */
export const aiTypes: readonly ResourceDescriptor[] = [aiStudioSummarySetting, guide, guideVersion];
