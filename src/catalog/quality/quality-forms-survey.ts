import { describeType, inDivision, permissionsOf } from '../describe/index.ts';
import { formApi, formLimits, questionIds, topicLists, topicReferences } from './form-questions.ts';

const questions = ['questionGroups[].questions[]'];

/** Forms by which customers are asked how an interaction was. */
export const qualityFormsSurvey = describeType({
  type: 'quality_forms_survey',
  area: 'quality',
  noun: 'survey form',
  level: 'B',
  key: ['name'],
  fields: ['name', 'division', 'language', 'header', 'footer', 'questionGroups'],
  readOnly: questionIds(questions),
  required: ['name', 'language'],
  lists: { questionGroups: { kind: 'ordered' }, ...topicLists(questions) },
  references: [...inDivision, ...topicReferences(questions)],
  api: formApi('surveys'),
  knownLimits: [...formLimits, 'Disabling a form, which takes back invitations that were sent, is not done here.'],
  permissions: permissionsOf('quality:surveyForm'),
  audit: { service: 'Quality', entityType: 'SurveyForm' },
  effect: 'new-only',
  cost: { pageSize: 1, create: 2, update: 3, delete: 2 },
});
