import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { journeyActionMap } from './journey-action-map.ts';
import { journeyActionTemplate } from './journey-action-template.ts';
import { journeyOutcome } from './journey-outcome.ts';
import { journeyOutcomePredictor } from './journey-outcome-predictor.ts';
import { journeySegment } from './journey-segment.ts';
import { journeyViewSchedule } from './journey-view-schedule.ts';
import { journeyViews } from './journey-views.ts';

/** The types of this area. */
export const journeyTypes: readonly ResourceDescriptor[] = [
  journeyActionMap,
  journeyActionTemplate,
  journeyOutcome,
  journeyOutcomePredictor,
  journeySegment,
  journeyViewSchedule,
  journeyViews,
];
