import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { queryFlag, queryList } from '../wire/query.ts';
import { journeyFilter } from './journey-filters.ts';

const described = describedType('journey_action_template', {
  label: 'action template',
  audit: { service: 'PredictiveEngagement' },
  softDelete: 'readable',
  hooks: {
    // Everything else in the platform writes this state in lower case.
    accept: (_context, body) => (body['state'] === 'Deleted' ? { ...body, state: 'deleted' } : body),
    stored: (context, entity, before) => {
      if (entity !== undefined || before === undefined || !queryFlag(context.query, 'hardDelete')) return;
      context.organisation.collection('journey_action_template').remove(before.id);
    },
    present: (_organisation, entity) => (entity['state'] === 'deleted' ? { state: 'Deleted' } : {}),
  },
});

/** Action templates: deleted ones stay, as `Deleted`, unless they are deleted for good. */
export const actionTemplateType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      showsDeleted: true,
      filter: (query, context) => {
        const states = new Set(queryList(query, 'state').map((state) => state.toLowerCase()));
        const mediaType = query.get('mediaType');
        const fits = journeyFilter('')(query, context);
        return (entity) => {
          const state = String(entity['state']).toLowerCase();
          const isWanted = states.size === 0 ? state !== 'deleted' : states.has(state);
          return isWanted && (mediaType === null || entity['mediaType'] === mediaType) && fits?.(entity) !== false;
        };
      },
    },
  }),
};
