import type { ResourceDescriptor } from '../../core/resource/index.ts';
import { qualityFormsEvaluation } from './quality-forms-evaluation.ts';
import { qualityFormsSurvey } from './quality-forms-survey.ts';

/** The types of this area. */
export const qualityTypes: readonly ResourceDescriptor[] = [qualityFormsEvaluation, qualityFormsSurvey];
