import type { JsonObject } from '../../../kernel/values.ts';
import { publishedType } from '../../../scripts/script.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Scripts of one to three pages, most of them published, and queues that show them. */
export const scriptArea: Area = {
  shares: { script: { part: 0.004, least: 2, most: 200 } },
  build: (draft) => {
    times(draft.count('script'), () => addScript(draft));
    for (const { id } of draft.refs('routing_queue', Math.ceil(draft.made('routing_queue').length / 8))) {
      draft.change('routing_queue', id, { defaultScripts: { CALL: draft.ref('script') } });
    }
  },
};

function addScript({ add, division, names, organisation, random }: Draft): void {
  const versionId = organisation.ids.next();
  const pages = times(1 + random.below(3), () => ({
    id: organisation.ids.next(),
    name: names.thing('page'),
    versionId,
    rootContainer: { type: 'verticalStackContainer', children: [textBlock(names.thing('text'))] },
    properties: {},
  }));
  const script = add('script', {
    name: names.thing('script'),
    division: division(),
    versionId,
    startPageId: pages[0]?.id,
    startPageName: pages[0]?.name,
    features: {},
    variables: [],
    customActions: [],
    pages,
  });
  if (random.chance(0.8)) organisation.collection(publishedType.name).put(script);
}

function textBlock(value: string): JsonObject {
  return { type: 'text', properties: { text: { value, typeName: 'interpolatedText' } } };
}
