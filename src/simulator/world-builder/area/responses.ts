import type { JsonObject } from '../../kernel/values.ts';
import { putFile } from '../../response-management/asset-file.ts';
import type { Area, Draft } from '../draft.ts';
import { times } from '../times.ts';

/** Libraries of canned responses, and the responses in them: for agents, and for campaigns by SMS and e-mail. */
export const responseArea: Area = {
  shares: {
    responsemanagement_responseasset: { part: 0.001, least: 1, most: 60 },
    responsemanagement_library: { part: 0.004, least: 3, most: 150 },
    responsemanagement_response: { part: 0.02, least: 6 },
  },
  build: (draft) => {
    const { add, count, names } = draft;
    times(count('responsemanagement_responseasset'), (index) => addAsset(draft, index));
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

const picture = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** A picture of one point. */
function addAsset({ add, division, names, organisation }: Draft, index: number): void {
  const asset = add(
    'responsemanagement_responseasset',
    { name: `${names.identifier('asset')}_${index + 1}.gif`, division: division() },
    { contentType: 'image/gif', contentLength: picture.length },
  );
  putFile(organisation, asset.id, picture);
}

function addResponse({ add, made, names, random, refs }: Draft, { responseType, texts }: Kind): void {
  const fitting = made('responsemanagement_library').filter((library) => library['responseType'] === responseType);
  add('responsemanagement_response', {
    name: names.thing('responsemanagement_response'),
    libraries: random.some(fitting, 1 + random.below(2)).map(({ id }) => ({ id })),
    texts: texts(names.thing('text')),
    substitutions: [{ id: 'name', description: 'Of the customer', defaultValue: 'customer' }],
    responseType,
    ...(responseType === 'CampaignSmsTemplate'
      ? {}
      : { assets: refs('responsemanagement_responseasset', random.below(2)) }),
  });
}
