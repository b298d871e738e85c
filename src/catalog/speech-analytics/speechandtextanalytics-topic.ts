import { crudApi, describeType, permissionsOf } from '../describe/index.ts';

const writable = ['name', 'description', 'strictness', 'tags', 'dialect', 'participants', 'phrases'] as const;

/** What speech and text analytics listens for. The same topic is kept once per dialect. */
export const speechandtextanalyticsTopic = describeType({
  type: 'speechandtextanalytics_topic',
  area: 'speech-analytics',
  noun: 'topic',
  level: 'B',
  key: ['dialect', 'name'],
  fields: writable,
  lists: { tags: { kind: 'set' }, phrases: { kind: 'keyed', by: 'text' } },
  api: crudApi({
    path: '/api/v2/speechandtextanalytics/topics',
    pageSize: 500,
    list: { whole: false },
    update: { only: writable, asIds: { programs: 'programIds' } },
  }),
  permissions: permissionsOf('speechAndTextAnalytics:topic'),
  audit: { service: 'SpeechAndTextAnalytics', entityType: 'Topic' },
  effect: 'new-only',
  knownLimits: [
    'A change listens only once topics are published, which is a job: it is left to people.',
    'The programs that a topic belongs to are left as they are.',
  ],
});
