import { describedType } from '../../described/described-type.ts';
import { forgetLanguages, shownLanguages } from './language-store.ts';

/** Grammars for speech and key recognition, with a file for each language. */
export const grammarType = describedType('architect_grammar', {
  label: 'grammar',
  audit: { service: 'Architect', entityType: 'Grammar' },
  uniqueName: { status: 409, code: 'general.conflict' },
  hooks: {
    present: (organisation, grammar) => ({ languages: shownLanguages(organisation, grammar.id) }),
    stored: (context, grammar, before) => {
      if (!grammar && before) forgetLanguages(context.organisation, before.id);
    },
  },
});
