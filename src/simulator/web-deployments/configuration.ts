import type { Context } from '../context.ts';
import { describedType } from '../described/described-type.ts';
import type { EntityType } from '../entity/entity-type.ts';
import { isoDate } from '../kernel/clock.ts';
import { withoutNulls, type Entity, type JsonObject } from '../kernel/values.ts';
import { queryFlag } from '../wire/query.ts';
import { becomeActive } from './becoming-active.ts';
import { forgetPublished, latestPublished } from './published-versions.ts';

const described = describedType('webdeployments_configuration', {
  label: 'web deployment configuration',
  audit: { service: 'WebDeployments' },
  path: '/api/v2/webdeployments/configurations',
  idParameter: 'configurationId',
  defaults: () => ({ version: 'draft' }),
  hooks: {
    accept: (context, body, before) => ({ ...body, ...stampsOf(context, before), status: 'Pending' }),
    stored: (context, entity, before) => {
      if (entity !== undefined) becomeActive(context, 'configuration', entity.id);
      else forgetPublished(context.organisation, before?.id ?? '');
    },
    present: (_organisation, entity) => ({
      selfUri: `/api/v2/webdeployments/configurations/${entity.id}/versions/draft`,
    }),
  },
});

/** Configurations of messengers: every one has a draft, which is stored here; its published versions are elsewhere. */
export const configurationType: EntityType = {
  ...described,
  ...(described.list && {
    list: {
      ...described.list,
      filter: (query, { organisation }) =>
        queryFlag(query, 'showOnlyPublished')
          ? (entity) => latestPublished(organisation, entity.id) !== undefined
          : undefined,
    },
  }),
};

function stampsOf({ now, caller }: Context, before: Entity | undefined): JsonObject {
  const date = isoDate(now);
  const user = { id: caller.subjectId };
  return withoutNulls({
    version: 'draft',
    dateCreated: before?.['dateCreated'] ?? date,
    dateModified: date,
    createdUser: before?.['createdUser'] ?? user,
    lastModifiedUser: user,
  });
}
