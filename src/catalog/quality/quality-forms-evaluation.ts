import { describeType, inDivision, objectReferences, permissionsOf } from '../describe/index.ts';
import { formApi, formLimits, questionIds, topicLists, topicReferences } from './form-questions.ts';

const questions = ['questionGroups[].questions[]', 'questionGroups[].questions[].multipleSelectOptionQuestions[]'];

/** Forms by which interactions are evaluated. */
export const qualityFormsEvaluation = describeType({
  type: 'quality_forms_evaluation',
  area: 'quality',
  noun: 'evaluation form',
  level: 'B',
  key: ['name'],
  fields: ['name', 'division', 'questionGroups', 'evaluationSettings', 'dialect'],
  readOnly: [...questionIds(questions), 'questionGroups[].questions[].defaultAnswer'],
  required: ['name', 'questionGroups'],
  lists: { questionGroups: { kind: 'ordered' }, ...topicLists(questions) },
  references: [
    ...inDivision,
    ...topicReferences(questions),
    ...objectReferences({ 'evaluationSettings.disputesAssignees[].user': 'user' }),
  ],
  api: formApi('evaluations'),
  knownLimits: [
    ...formLimits,
    'The default answer of a question is named by id and therefore left out, and so is scoring by artificial intelligence.',
  ],
  permissions: permissionsOf('quality:evaluationForm'),
  audit: { service: 'Quality', entityType: 'EvaluationForm' },
  cost: { pageSize: 1, create: 2, update: 3, delete: 2 },
});
