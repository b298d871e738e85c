import { putLanguage } from '../../../architect/grammar/language-store.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Grammars in one or two languages. */
export const grammarArea: Area = {
  shares: { architect_grammar: { part: 0.002, least: 1, most: 100 } },
  build: (draft) => {
    times(draft.count('architect_grammar'), () => addGrammar(draft));
  },
};

function addGrammar({ add, names, organisation, random }: Draft): void {
  const grammar = add('architect_grammar', {
    name: names.identifier('architect_grammar'),
    description: names.thing('description'),
  });
  for (const language of random.some(['en-us', 'de-de', 'ja-jp'], 1 + random.below(2))) {
    putLanguage(organisation, { grammarId: grammar.id, language });
  }
}
