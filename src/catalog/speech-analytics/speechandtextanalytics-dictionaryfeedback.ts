import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

/** Words that transcription has to be told of, each in one dialect. */
export const speechandtextanalyticsDictionaryfeedback = describeType({
  type: 'speechandtextanalytics_dictionaryfeedback',
  area: 'speech-analytics',
  noun: 'dictionary term',
  level: 'B',
  key: ['dialect', 'term'],
  keyRule: { unique: false },
  fields: ['dialect', 'term', 'boostValue', 'transcriptionEngine', 'displayAs', 'examplePhrases', 'soundsLike'],
  readOnly: ['examplePhrases[].source'],
  lists: { examplePhrases: { kind: 'keyed', by: 'phrase' }, soundsLike: { kind: 'set' } },
  api: crudApi({
    path: '/api/v2/speechandtextanalytics/dictionaryfeedback',
    pageSize: 100,
    list: { paging: 'cursor', whole: false },
  }),
  permissions: permissionsOf('speechAndTextAnalytics:dictionaryterm'),
  audit: { service: 'SpeechAndTextAnalytics', entityType: 'DictionaryFeedback' },
  effect: 'new-only',
  knownLimits: ['The platform may find a new term invalid only after a while: `status` is not waited for.'],
});
