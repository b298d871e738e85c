import { textOf, type Entity } from '../../kernel/values.ts';
import type { Collection } from '../../state/collection.ts';
import type { Organisation } from '../../state/organisation.ts';

/** The versions of a guide, the oldest first. */
export function versionsOf(organisation: Organisation, guideId: string): readonly Entity[] {
  return versionsIn(organisation)
    .currentAll()
    .filter((version) => textOf(version, 'guideId') === guideId)
    .toSorted((a, b) => Number(a['version']) - Number(b['version']));
}

/** All versions of guides; a version has the id of its guide and its number. */
export function versionsIn(organisation: Organisation): Collection {
  return organisation.ledger('guide_version');
}

/** Removes the versions of a guide that was deleted. */
export function forgetVersions(organisation: Organisation, guideId: string): void {
  for (const { id } of versionsOf(organisation, guideId)) versionsIn(organisation).remove(id);
}
