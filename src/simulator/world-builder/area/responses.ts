import type { JsonObject } from '../../kernel/values.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Libraries of canned responses, and the responses in them: for agents, and for campaigns by SMS and e-mail. */
export const responseArea: Area = {
  shares: {
    responsemanagement_library: { part: 0.004, least: 3, most: 150 },
    responsemanagement_response: { part: 0.02, least: 6 },
  },
  build: (draft) => {
    const { add, count, names } = draft;
    times(count('responsemanagement_library'), (index) =>
      add('responsemanagement_library', {
        name: names.thing('responsemanagement_library'),
        responseType: kindAt(index).responseType,
      }),
    );
    times(count('responsemanagement_response'), (index) => addResponse(draft, kindAt(index)));
  },
};

type Kind = { readonly responseType: string; readonly texts: (name: string) => readonly JsonObject[] };

const kinds: readonly Kind[] = [
  { responseType: 'MessagingTemplate', texts: (name) => [text(`Dear {{name}}, ${name}`)] },
  { responseType: 'CampaignSmsTemplate', texts: (name) => [text(`${name} for {{name}}`)] },
  {
    responseType: 'CampaignEmailTemplate',
    texts: (name) => [
      { ...text(name), type: 'subject' },
      { ...text(`Dear {{name}}, ${name}`), type: 'body' },
    ],
  },
];

function text(content: string): JsonObject {
  return { content, contentType: 'text/plain' };
}

function kindAt(index: number): Kind {
  return kinds[index % kinds.length] ?? { responseType: 'MessagingTemplate', texts: () => [] };
}

function addResponse({ add, made, names, random }: Draft, { responseType, texts }: Kind): void {
  const fitting = made('responsemanagement_library').filter((library) => library['responseType'] === responseType);
  add('responsemanagement_response', {
    name: names.thing('responsemanagement_response'),
    libraries: random.some(fitting, 1 + random.below(2)).map(({ id }) => ({ id })),
    texts: texts(names.thing('text')),
    substitutions: [{ id: 'name', description: 'Of the customer', defaultValue: 'customer' }],
    responseType,
  });
}
