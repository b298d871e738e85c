import type { JsonObject } from '../../../kernel/values.ts';
import { keepPublished } from '../../../web-deployments/published-versions.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';
import { flowOfKind } from '../flows.ts';

/** Published configurations of messengers over a knowledge base, and the deployments that show them. */
export const webDeploymentArea: Area = {
  shares: {
    webdeployments_configuration: { part: 0.001, least: 1, most: 50 },
    webdeployments_deployment: { part: 0.0015, least: 1, most: 80 },
  },
  build: (draft) => {
    times(draft.count('webdeployments_configuration'), () => addConfiguration(draft));
    times(draft.count('webdeployments_deployment'), (index) => addDeployment(draft, index));
  },
};

function addConfiguration({ add, names, organisation, random, ref }: Draft): void {
  const configuration = add(
    'webdeployments_configuration',
    {
      name: names.thing('webdeployments_configuration'),
      description: names.thing('description'),
      languages: ['en-us', 'de-de'],
      defaultLanguage: 'en-us',
      headlessMode: { enabled: false },
      customI18nLabels: [
        {
          language: 'de-de',
          localizedLabels: [{ key: 'MessengerHomeHeaderTitle', value: names.thing('greeting text') }],
        },
      ],
      messenger: messengerFor(ref('knowledge_knowledgebase'), random.chance(0.5)),
      position: { alignment: random.of(['Auto', 'Left', 'Right']), sideSpace: 10, bottomSpace: 20 },
    },
    { status: 'Active' },
  );
  keepPublished(organisation, { ...configuration, version: '1', datePublished: configuration['dateModified'] });
}

function messengerFor(knowledgeBase: { readonly id: string }, enableAttachments: boolean): JsonObject {
  return {
    enabled: true,
    styles: { primaryColor: '#0A5FFF' },
    launcherButton: { visibility: 'OnDemand' },
    fileUpload: { enableAttachments, modes: [{ fileTypes: ['image/png'], maxFileSizeKB: 1024 }] },
    apps: {
      conversations: { enabled: true, showAgentTypingIndicator: true, autoStart: { enabled: false } },
      knowledge: { enabled: true, knowledgeBase },
    },
    homeScreen: { enabled: true, logoUrl: 'https://shop.example/logo.svg' },
  };
}

function addDeployment(draft: Draft, index: number): void {
  const { add, any, names, ref } = draft;
  add(
    'webdeployments_deployment',
    {
      name: names.thing('webdeployments_deployment'),
      description: names.thing('description'),
      configuration: { id: any('webdeployments_configuration').id, version: '1' },
      flow: flowOfKind(draft, 'INBOUNDSHORTMESSAGE'),
      supportedContent: ref('conversations_messaging_supportedcontent'),
      allowAllDomains: false,
      allowedDomains: [`shop${index + 1}.example`],
    },
    { status: 'Active' },
  );
}
