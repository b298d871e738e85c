import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { textOf } from '../kernel/values.ts';
import { queryList } from '../wire/query.ts';

const described = describedType('speechandtextanalytics_topic', {
  label: 'topic',
  audit: { service: 'SpeechAndTextAnalytics' },
  defaults: () => ({
    strictness: '72',
    matchingType: 'Lexical',
    participants: 'All',
    tags: [],
    phrases: [],
    programs: [],
  }),
  hooks: {
    accept: (_context, body) => ({ ...body, published: false }),
    present: (_organisation, { programs, phrases }) => ({
      programsCount: countOf(programs),
      phrasesCount: countOf(phrases),
    }),
  },
});

/** Topics: unpublished as soon as they are changed. Lists tell how many phrases they have, not which. */
export const topicType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const [ids, dialects] = [new Set(queryList(query, 'ids')), new Set(queryList(query, 'dialects'))];
        const state = query.get('state')?.toLowerCase();
        return (topic) =>
          (ids.size === 0 || ids.has(topic.id)) &&
          (dialects.size === 0 || dialects.has(textOf(topic, 'dialect'))) &&
          (state !== 'published' || topic['published'] === true) &&
          (state !== 'unpublished' || topic['published'] !== true);
      },
    },
  }),
};

function countOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
