import { describedType } from '../../described/described-type.ts';
import type { EntityType } from '../../entity/entity-type.ts';
import { textOf, type Entity, type JsonObject } from '../../kernel/values.ts';
import type { Organisation } from '../../state/organisation.ts';
import { versionsOf } from './version-store.ts';

const described = describedType('guide', {
  label: 'guide',
  audit: { service: 'AIStudio', entityType: 'Guide' },
  without: ['delete'],
  hooks: { present: (organisation, guide) => versionFacts(organisation, guide) },
});

/** Guides: drafts until one of their versions is ready for production. */
export const guideType: EntityType = {
  ...described,
  // The models call name and source read-only, but a guide is made with them.
  hooks: { ...described.hooks, accept: (_context, body) => body },
  ...(described.list && {
    list: {
      ...described.list,
      name: 'exact',
      filter: (query, { organisation }) => {
        const [part, status] = [query.get('nameContains')?.toLowerCase(), query.get('status')];
        return (guide) =>
          (!part || textOf(guide, 'name').toLowerCase().includes(part)) &&
          (!status || versionFacts(organisation, guide)['status'] === status);
      },
    },
  }),
};

function versionFacts(organisation: Organisation, guide: Entity): JsonObject {
  const versions = versionsOf(organisation, guide.id);
  const saved = versions.at(-1);
  const ready = versions.findLast(({ state }) => state === 'ProductionReady');
  const reference = ({ version }: Entity): JsonObject => ({
    version,
    selfUri: `/api/v2/guides/${guide.id}/versions/${String(version)}`,
  });
  return {
    status: ready === undefined ? 'Draft' : 'Published',
    ...(saved && { latestSavedVersion: reference(saved) }),
    ...(ready && { latestProductionReadyVersion: reference(ready) }),
  };
}
