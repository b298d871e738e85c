import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { refId, textOf, type Entity } from '../kernel/values.ts';
import { badRequest, conflict } from '../wire/platform-error.ts';
import { baseReference } from './knowledge-base.ts';

const described = describedType('knowledge_category', {
  label: 'category',
  audit: { service: 'Knowledge' },
  holds: { knowledge_category: 409 },
  hooks: {
    check: (context, entity, before) => {
      refuseTwin(context, 'knowledge_category', entity, before);
      refuseCircle(context, entity);
    },
    present: (organisation, category) => ({
      knowledgeBase: baseReference(organisation, textOf(category, '$knowledgeBaseId')),
      documentCount: organisation
        .collection('knowledge_document')
        .currentAll()
        .filter((document) => refId(document['category']) === category.id).length,
    }),
  },
});

/** Categories of a knowledge base, one below the other; one with others below it stays. */
export const categoryType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query) => {
        const [parent, root] = [query.get('parentId'), query.get('isRoot')];
        return (category) => {
          const above = refId(category['parentCategory']);
          return (parent === null || above === parent) && (root !== 'true' || above === undefined);
        };
      },
    },
  }),
};

/** PlatformError 409 when another object of the same knowledge base has the name. */
export function refuseTwin({ organisation }: Context, type: string, entity: Entity, before: Entity | undefined): void {
  const name = textOf(entity, 'name');
  if (name.toLowerCase() === textOf(before ?? {}, 'name').toLowerCase()) return;
  const twins = organisation.collection(type).currentNamed(name);
  const isTwin = (other: Entity): boolean =>
    other.id !== entity.id && other['$knowledgeBaseId'] === entity['$knowledgeBaseId'];
  if (twins.some(isTwin)) throw conflict(`The knowledge base already has one with the name "${name}".`);
}

function refuseCircle({ organisation }: Context, entity: Entity): void {
  const categories = organisation.collection('knowledge_category');
  const seen = new Set([entity.id]);
  for (let id = refId(entity['parentCategory']); id !== undefined;) {
    const parent = categories.current(id);
    const isForeign = parent !== undefined && parent['$knowledgeBaseId'] !== entity['$knowledgeBaseId'];
    if (seen.has(id) || isForeign) {
      const details = [{ errorCode: 'invalid.value', fieldName: 'parentCategoryId', entityId: id }];
      throw badRequest(`The category with id ${id} cannot be above this one.`, 'invalid.value', { details });
    }
    seen.add(id);
    id = refId(parent?.['parentCategory']);
  }
}
