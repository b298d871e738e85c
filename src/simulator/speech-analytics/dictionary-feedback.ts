import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { textOf } from '../kernel/values.ts';
import { conflict } from '../wire/platform-error.ts';

const described = describedType('speechandtextanalytics_dictionaryfeedback', {
  label: 'dictionary feedback',
  audit: { service: 'SpeechAndTextAnalytics' },
  defaults: () => ({
    boostValue: 2,
    source: 'Manual',
    status: 'Active',
    transcriptionEngine: 'Genesys',
    examplePhrases: [],
    soundsLike: [],
  }),
  hooks: {
    check: ({ organisation }, entity) => {
      const others = organisation.collection('speechandtextanalytics_dictionaryfeedback').currentAll();
      const isTwin = (name: string) => (other: (typeof others)[number]) =>
        textOf(other, name).toLowerCase() === textOf(entity, name).toLowerCase();
      const twin = others
        .filter(({ id }) => id !== entity.id)
        .filter(isTwin('term'))
        .some(isTwin('dialect'));
      if (twin) throw conflict(`The dictionary has the term "${textOf(entity, 'term')}" already.`);
    },
  },
});

/** Terms that transcription should know, each once in a dialect. */
export const dictionaryFeedbackType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const [dialect, engine] = [query.get('dialect'), query.get('transcriptionEngine')];
        return (entity) =>
          (dialect === null || entity['dialect'] === dialect) &&
          (engine === null || entity['transcriptionEngine'] === engine);
      },
    },
  }),
};
