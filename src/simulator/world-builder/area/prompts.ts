import { putResource } from '../../architect/prompt/resource-store.ts';
import { textOf } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** User prompts that speak one to three languages. */
export const promptArea: Area = {
  shares: { architect_user_prompt: { part: 0.02 } },
  build: (draft) => {
    times(draft.count('architect_user_prompt'), () => addPrompt(draft));
  },
};

const texts: Readonly<Record<string, string>> = {
  'en-us': 'Thank you for calling.',
  'de-de': 'Danke für Ihren Anruf. Bitte drücken Sie die 1.',
  'ja-jp': 'お電話ありがとうございます。',
  ar: 'شكرا لاتصالك.',
};

function addPrompt({ add, division, names, organisation, random }: Draft): void {
  const prompt = add('architect_user_prompt', {
    name: names.identifier('architect_user_prompt'),
    description: names.thing('description'),
    division: division(),
  });
  for (const language of random.some(Object.keys(texts), 1 + random.below(3))) {
    putResource(organisation, prompt.id, language, {
      id: language,
      promptId: prompt.id,
      language,
      ttsString: texts[language],
      text: `${textOf(prompt, 'name')} (${language})`,
      uploadStatus: 'created',
      languageDefault: language === organisation.defaultLanguage.toLowerCase(),
      selfUri: `/api/v2/architect/prompts/${prompt.id}/resources/${language}`,
    });
  }
}
