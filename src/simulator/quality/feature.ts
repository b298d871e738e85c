import type { Feature } from '../feature.ts';
import { evaluationFormType, surveyFormType } from './form/form-type.ts';
import { publishRoutes } from './form/publish-routes.ts';

/** Quality: evaluation and survey forms with their published versions. */
export const qualityFeature: Feature = {
  name: 'quality',
  types: [evaluationFormType, surveyFormType],
  routes: publishRoutes,
};
