import type { Feature } from '../feature.ts';
import { actionMapType } from './action-map.ts';
import { actionTemplateType } from './action-template.ts';
import { outcomeType, predictorType } from './outcome.ts';
import { segmentType } from './segment.ts';
import { scheduleRoutes } from './view-schedule.ts';
import { viewRoutes, viewType } from './view.ts';

/** Journeys: segments, outcomes, actions, and views with versions and schedules. */
export const journeyFeature: Feature = {
  name: 'journey',
  types: [actionMapType, actionTemplateType, outcomeType, predictorType, segmentType, viewType],
  routes: [...viewRoutes, ...scheduleRoutes],
};
