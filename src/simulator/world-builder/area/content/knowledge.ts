import type { Entity, JsonObject } from '../../../kernel/values.ts';
import { publish } from '../../../knowledge/version-routes.ts';
import type { Area, Draft } from '../../draft.ts';
import { times } from '../../times.ts';

/** Knowledge bases with categories in categories, labels, and documents in several variations, most of them published. */
export const knowledgeArea: Area = {
  shares: {
    knowledge_knowledgebase: { part: 0.001, least: 2, most: 30 },
    knowledge_category: { part: 0.004, least: 3, most: 300 },
    knowledge_label: { part: 0.002, least: 2, most: 150 },
    knowledge_document: { part: 0.015, least: 4, most: 1500 },
    knowledge_document_variation: { part: 0.02, least: 5, most: 2000 },
  },
  build: (draft) => {
    times(draft.count('knowledge_knowledgebase'), () => addBase(draft));
    for (const [type, addOne] of parts) {
      const bases = draft.made('knowledge_knowledgebase');
      times(draft.count(type), (index) => {
        const base = bases[index % bases.length];
        if (base) addOne(draft, base);
      });
    }
    times(draft.count('knowledge_document_variation'), (index) => addVariation(draft, index));
    for (const document of draft.made('knowledge_document')) {
      if (draft.random.chance(0.8)) publish(draft.context(), document);
    }
  },
};

const parts = [
  ['knowledge_category', addCategory],
  ['knowledge_label', addLabel],
  ['knowledge_document', addDocument],
] as const;

function addBase({ add, names, random }: Draft): void {
  add('knowledge_knowledgebase', {
    name: names.thing('knowledge_knowledgebase'),
    description: names.thing('description'),
    coreLanguage: random.of(['en-US', 'de-DE', 'ja-JP']),
  });
}

function within(base: Entity): JsonObject {
  return { $knowledgeBaseId: base.id, knowledgeBase: { id: base.id } };
}

function madeIn({ made }: Draft, type: string, base: Entity): readonly Entity[] {
  return made(type).filter((object) => object['$knowledgeBaseId'] === base.id);
}

function addCategory(draft: Draft, base: Entity): void {
  const { add, names, random } = draft;
  const above = madeIn(draft, 'knowledge_category', base).slice(-5);
  add(
    'knowledge_category',
    {
      name: names.thing(`category ${base.id}`),
      description: names.thing('description'),
      ...(above.length > 0 && random.chance(0.6) ? { parentCategoryId: random.of(above).id } : {}),
    },
    within(base),
  );
}

function addLabel({ add, names, random }: Draft, base: Entity): void {
  const color = `#${random.below(0xff_ff_ff).toString(16).padStart(6, '0').toUpperCase()}`;
  add('knowledge_label', { name: names.thing(`label ${base.id}`), color }, within(base));
}

function addDocument(draft: Draft, base: Entity): void {
  const { add, names, random } = draft;
  const categories = madeIn(draft, 'knowledge_category', base);
  const labels = madeIn(draft, 'knowledge_label', base);
  const title = names.thing(`document ${base.id}`);
  add(
    'knowledge_document',
    {
      title,
      visible: true,
      alternatives: [{ phrase: `How about ${title}?`, autocomplete: random.chance(0.5) }],
      ...(categories.length > 0 ? { categoryId: random.of(categories).id } : {}),
      labelIds: random.some(labels, 2).map(({ id }) => id),
    },
    within(base),
  );
}

function addVariation({ add, made, names }: Draft, index: number): void {
  const documents = made('knowledge_document');
  const document = documents[index % documents.length];
  if (!document) return;
  const priority = 1 + Math.floor(index / documents.length);
  add(
    'knowledge_document_variation',
    { name: `For all ${priority}`, contexts: [], priority, body: { blocks: [paragraph(names.thing('text'))] } },
    { $knowledgeBaseId: document['$knowledgeBaseId'], $documentId: document.id, document: { id: document.id } },
  );
}

function paragraph(text: string): JsonObject {
  return { type: 'Paragraph', paragraph: { blocks: [{ type: 'Text', text: { text, marks: ['Bold'] } }] } };
}
