import type { JsonObject } from '../../../kernel/values.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Topics and terms of speech, forms that evaluate and survey, and policies about recordings that use the forms. */
export const qualityArea: Area = {
  shares: {
    speechandtextanalytics_topic: { part: 0.002, least: 1, most: 100 },
    speechandtextanalytics_dictionaryfeedback: { part: 0.002, least: 1, most: 100 },
    quality_forms_evaluation: { part: 0.002, least: 1, most: 100 },
    quality_forms_survey: { part: 0.001, least: 1, most: 50 },
    recording_media_retention_policy: { part: 0.002, least: 1, most: 100 },
  },
  build: (draft) => {
    times(draft.count('speechandtextanalytics_topic'), () => addTopic(draft));
    times(draft.count('speechandtextanalytics_dictionaryfeedback'), (index) => addTerm(draft, index));
    times(draft.count('quality_forms_evaluation'), () => addEvaluationForm(draft));
    times(draft.count('quality_forms_survey'), () => addSurveyForm(draft));
    times(draft.count('recording_media_retention_policy'), (index) => addPolicy(draft, index));
  },
};

function addTopic({ add, names, random }: Draft): void {
  const name = names.thing('speechandtextanalytics_topic');
  add('speechandtextanalytics_topic', {
    name,
    description: names.thing('description'),
    dialect: random.of(['en-US', 'de-DE']),
    strictness: random.of(['55', '72', '90']),
    participants: random.of(['External', 'Internal', 'All']),
    tags: [names.thing('tag')],
    phrases: [{ text: `about ${name}`, strictness: '72', sentiment: 'Neutral' }],
  });
}

function addTerm({ add, names, random }: Draft, index: number): void {
  const term = `${random.of(['Gigaset', 'FRITZ', 'roaming', 'Überweisung'])} ${index + 1}`;
  add('speechandtextanalytics_dictionaryfeedback', {
    term,
    dialect: random.of(['en-US', 'de-DE']),
    boostValue: 1 + random.below(10),
    examplePhrases: times(3, () => ({ phrase: `${names.thing('text')} ${term}`, source: 'Manual' })),
    soundsLike: [],
  });
}

const answers: readonly JsonObject[] = [
  { text: 'Ja', value: 10, assistanceConditions: [] },
  { text: 'Nein', value: 0, assistanceConditions: [] },
];

function addEvaluationForm({ add, any, division, names, random }: Draft): void {
  const questions = times(1 + random.below(4), (index) => ({
    text: `${index + 1}. ${names.thing('question')}?`,
    helpText: names.thing('description'),
    type: 'multipleChoiceQuestion',
    naEnabled: random.chance(0.5),
    commentsRequired: false,
    isKill: false,
    isCritical: random.chance(0.3),
    answerOptions: random.chance(0.3) ? assisted(any('speechandtextanalytics_topic').id) : answers,
  }));
  add('quality_forms_evaluation', {
    name: names.thing('quality_forms_evaluation'),
    division: division(),
    questionGroups: [
      {
        name: names.thing('group'),
        type: 'questionGroup',
        naEnabled: true,
        weight: 100,
        manualWeight: true,
        questions,
      },
    ],
  });
}

function assisted(topicId: string): readonly JsonObject[] {
  return answers.map((answer, index) =>
    index === 0 ? { ...answer, assistanceConditions: [{ operator: 'EXISTS', topicIds: [topicId] }] } : answer,
  );
}

function addSurveyForm({ add, division, names }: Draft): void {
  const common = { naEnabled: false, helpText: '' };
  add('quality_forms_survey', {
    name: names.thing('quality_forms_survey'),
    division: division(),
    language: 'en-US',
    header: names.thing('header'),
    footer: names.thing('footer'),
    questionGroups: [
      {
        name: names.thing('group'),
        type: 'questionGroup',
        naEnabled: false,
        questions: [
          {
            ...common,
            text: 'How likely?',
            type: 'npsQuestion',
            explanationPrompt: 'Why?',
            maxResponseCharacters: 100,
          },
          { ...common, text: names.thing('question'), type: 'multipleChoiceQuestion', answerOptions: answers },
        ],
      },
    ],
  });
}

function addPolicy({ add, names, random, ref, refs }: Draft, index: number): void {
  const retentionDuration = { deleteRetention: { days: 30 + random.below(700) } };
  const assignEvaluations = random.chance(0.6)
    ? [{ evaluationForm: ref('quality_forms_evaluation'), user: ref('user') }]
    : [];
  add('recording_media_retention_policy', {
    name: names.thing('recording_media_retention_policy'),
    description: names.thing('description'),
    order: index,
    enabled: random.chance(0.7),
    mediaPolicies: {
      callPolicy: {
        actions: {
          retainRecording: true,
          deleteRecording: false,
          alwaysDelete: false,
          assignEvaluations,
          retentionDuration,
        },
        conditions: {
          forQueues: refs('routing_queue', 1 + random.below(3)),
          wrapupCodes: refs('routing_wrapupcode', random.below(3)),
          languages: refs('routing_language', random.below(2)),
          directions: ['INBOUND'],
        },
      },
    },
  });
}
