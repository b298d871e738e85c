import type { ApiRules, ListRule, ReferenceRule } from '../../core/resource/index.ts';
import { crudApi, idReferences } from '../describe/index.ts';

/** Rules of a kind of form: changed as a draft, then published; a list leaves the questions out. */
export function formApi(kind: string): ApiRules {
  return {
    ...crudApi({ path: `/api/v2/quality/forms/${kind}`, pageSize: 100, list: { whole: false } }),
    capability: {
      kind: 'publish',
      path: `/api/v2/quality/publishedforms/${kind}`,
      body: 'id',
      revisions: {
        path: `/api/v2/quality/forms/${kind}/{id}/versions`,
        draft: { field: 'published', values: [false] },
      },
    },
  };
}

/** What the platform numbers inside of forms: groups, questions and answers, here and across versions. */
export function questionIds(questions: readonly string[]): readonly string[] {
  const numbered = ['questionGroups[]', ...questions, ...questions.map((place) => `${place}.answerOptions[]`)];
  return numbered.flatMap((place) => [`${place}.id`, `${place}.contextId`]);
}

/** The topics that suggest answers, by place of the questions. */
export function topicReferences(questions: readonly string[]): readonly ReferenceRule[] {
  return questions.flatMap((place) => idReferences({ [`${topicsAt(place)}[]`]: 'speechandtextanalytics_topic' }));
}

/** How these topics compare. */
export function topicLists(questions: readonly string[]): Readonly<Record<string, ListRule>> {
  return Object.fromEntries(questions.map((place) => [topicsAt(place), { kind: 'set' }]));
}

/** What holds for all forms that are published in versions. */
export const formLimits: readonly string[] = [
  'Every change is published at once; the platform keeps earlier versions for the interactions they were used on.',
  'A published form can not be changed, and its next draft has another id: reads and writes find the draft of today by any earlier id.',
  'Ids of questions and answers are not kept: after a change of the questions, reports may count them as new ones.',
];

function topicsAt(place: string): string {
  return `${place}.answerOptions[].assistanceConditions[].topicIds`;
}
