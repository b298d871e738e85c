import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Libraries of canned responses, and the responses in them. */
export const responseArea: Area = {
  shares: {
    responsemanagement_library: { part: 0.004, least: 2, most: 150 },
    responsemanagement_response: { part: 0.03 },
  },
  build: (draft) => {
    const { add, count, names } = draft;
    times(count('responsemanagement_library'), () =>
      add('responsemanagement_library', { name: names.thing('responsemanagement_library') }),
    );
    times(count('responsemanagement_response'), () => addResponse(draft));
  },
};

function addResponse({ add, made, names, random }: Draft): void {
  const libraries = random.some(made('responsemanagement_library'), 1 + random.below(2)).map(({ id }) => ({ id }));
  add('responsemanagement_response', {
    name: names.thing('responsemanagement_response'),
    libraries,
    texts: [{ content: `Dear {{name}}, ${names.thing('text')}`, contentType: 'text/plain' }],
    substitutions: [{ id: 'name', description: 'Of the customer', defaultValue: 'customer' }],
    responseType: 'MessagingTemplate',
  });
}
