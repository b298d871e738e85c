import type { JsonObject } from '../../../kernel/values.ts';
import { defaultsOf } from '../../../messaging/default-references.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

const settings = 'conversations_messaging_settings';
const content = 'conversations_messaging_supportedcontent';
const channels = 'conversations_messaging_integrations_';

/** What messages may hold and tell, the channels that use such settings, and the addresses of SMS numbers. */
export const messagingArea: Area = {
  shares: {
    [settings]: { part: 0.001, least: 1, most: 40 },
    [content]: { part: 0.001, least: 1, most: 40 },
    [`${channels}open`]: { part: 0.001, least: 1, most: 40 },
    [`${channels}whatsapp`]: { part: 0.0005, least: 1, most: 20 },
    [`${channels}apple`]: { part: 0.0005, least: 1, most: 20 },
    [`${channels}instagram`]: { part: 0.0005, least: 1, most: 20 },
    routing_sms_address: { part: 0.0005, least: 1, most: 20 },
    integration_facebook: { part: 0.0005, least: 1, most: 20 },
  },
  build: (draft) => {
    times(draft.count('routing_sms_address'), (index) => addAddress(draft, index));
    times(draft.count(settings), () => addSettings(draft));
    times(draft.count(content), () => addContent(draft));
    putDefaults(draft);
    for (const [type, own] of Object.entries(integrations)) {
      times(draft.count(type), (index) => {
        const shared = { messagingSetting: draft.ref(settings), supportedContent: draft.ref(content) };
        draft.add(type, { name: draft.names.thing(type), ...shared, ...own(index + 1) });
      });
    }
  },
};

function addAddress({ add, names }: Draft, index: number): void {
  const place = { city: 'Köln', region: 'NRW', postalCode: '50667', countryCode: 'DE' };
  add('routing_sms_address', {
    name: names.thing('routing_sms_address'),
    street: `Hauptstraße ${index + 1}`,
    ...place,
  });
}

const switched = (random: Draft['random']): string => random.of(['Enabled', 'Disabled']);

function addSettings({ add, names, random }: Draft): void {
  add(settings, {
    name: names.thing(settings),
    content: {
      story: { mention: { inbound: switched(random) }, reply: { inbound: switched(random) } },
    },
    event: { typing: { on: { inbound: switched(random), outbound: switched(random) } } },
  });
}

function addContent({ add, names, random }: Draft): void {
  const types = ['image/*', 'audio/*', 'application/pdf', 'text/plain', 'video/mp4'];
  const some = (): readonly object[] => random.some(types, 1 + random.below(4)).map((type) => ({ type }));
  add(content, { name: names.thing(content), mediaTypes: { allow: { inbound: some(), outbound: some() } } });
}

/** What holds for channels that say nothing of their own. */
function putDefaults({ any, organisation }: Draft): void {
  const { messagingSetting, supportedContent } = defaultsOf;
  const put = ({ shelf, property }: typeof messagingSetting | typeof supportedContent, type: string): void =>
    organisation.collection(shelf).put({ id: 'organisation', [property]: any(type).id });
  put(messagingSetting, settings);
  put(supportedContent, content);
}

const integrations: Readonly<Record<string, (number: number) => JsonObject>> = {
  [`${channels}open`]: (number) => ({
    outboundNotificationWebhookUrl: `https://messages.example/hooks/${number}`,
    outboundNotificationWebhookSignatureSecretToken: 'made-up',
    webhookHeaders: { 'X-Channel': String(number) },
  }),
  [`${channels}whatsapp`]: () => ({ embeddedSignupAccessToken: 'made-up' }),
  [`${channels}apple`]: (number) => ({
    messagesForBusinessId: `business-${number}`,
    businessName: 'Made up',
    logoUrl: 'https://messages.example/logo.png',
  }),
  [`${channels}instagram`]: (number) => ({ pageId: `page-${number}`, pageAccessToken: 'made-up' }),
  integration_facebook: (number) => ({ pageId: `page-${number}`, pageAccessToken: 'made-up' }),
};
