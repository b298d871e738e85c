import { crudApi, describeType, idReferences, permissionsOf } from '../describe/index.ts';

const path = '/api/v2/learning/modules';
const questions = 'assessmentForm.questionGroups[].questions[]';
const writable = [
  'name',
  'description',
  'completionTimeInDays',
  'informSteps',
  'type',
  'assessmentForm',
  'lengthInMinutes',
  'excludedFromCatalog',
  'externalId',
  'enforceContentOrder',
  'reviewAssessmentResults',
] as const;

/** Training for agents. Every change is published, so that new assignments get it. */
export const learningModules = describeType({
  type: 'learning_modules',
  area: 'learning',
  noun: 'learning module',
  level: 'B',
  key: ['name'],
  keyRule: { unique: false },
  fields: writable,
  readOnly: [
    'assessmentForm.id',
    'assessmentForm.dateModified',
    'assessmentForm.contextId',
    'assessmentForm.selfUri',
    'assessmentForm.published',
    'assessmentForm.questionGroups[].id',
    'assessmentForm.questionGroups[].contextId',
    'assessmentForm.questionGroups[].selfUri',
    `${questions}.id`,
    `${questions}.contextId`,
    `${questions}.answerOptions[].id`,
    `${questions}.answerOptions[].contextId`,
  ],
  required: ['name', 'completionTimeInDays'],
  lists: { [`${questions}.answerOptions[].assistanceConditions[].topicIds`]: { kind: 'set' } },
  references: idReferences({
    [`${questions}.answerOptions[].assistanceConditions[].topicIds[]`]: 'speechandtextanalytics_topic',
  }),
  api: {
    ...crudApi({
      path,
      pageSize: 100,
      list: { whole: false },
      getQuery: { expand: 'assessmentForm,coverArt' },
      update: {
        only: [...writable, 'autoAssign'],
        omit: ['version'],
        asIds: { coverArt: 'coverArt.id', 'autoAssign.rule': 'autoAssign.ruleId' },
      },
    }),
    capability: { kind: 'publish', path: `${path}/{id}/publish`, body: 'none' },
  },
  permissions: permissionsOf('learning:module'),
  audit: { service: 'Learning', entityType: 'Module' },
  knownLimits: [
    'Cover pictures and the rule that assigns a module by itself belong to one organisation: they are left as they are.',
    'Steps that hold an uploaded course name it by an id of one organisation.',
    'A stale write is not refused: the platform counts published versions, not changes.',
  ],
});
