import type { Feature } from '../feature.ts';
import { guideType } from './guide/guide-type.ts';
import { guideJobRoutes, guideTimers } from './guide/job-routes.ts';
import { guideVersionRoutes } from './guide/version-routes.ts';
import { summarySettingType } from './summary-setting.ts';

/** Settings of summaries; guides of virtual agents with their versions and jobs. */
export const aiFeature: Feature = {
  name: 'ai',
  types: [summarySettingType, guideType],
  routes: [...guideVersionRoutes, ...guideJobRoutes],
  timers: guideTimers,
};
