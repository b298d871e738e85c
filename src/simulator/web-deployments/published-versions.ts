import type { Entity } from '../kernel/values.ts';
import type { Collection } from '../state/collection.ts';
import type { Organisation } from '../state/organisation.ts';

/** The published versions of a configuration, the newest first. */
export function publishedVersions(organisation: Organisation, configurationId: string): readonly Entity[] {
  return publishedIn(organisation)
    .currentAll()
    .filter((entry) => entry['configurationId'] === configurationId)
    .map((entry) => entry['configuration'] as Entity)
    .toSorted((a, b) => Number(b['version']) - Number(a['version']));
}

/** The newest of them, or undefined. */
export function latestPublished(organisation: Organisation, configurationId: string): Entity | undefined {
  return publishedVersions(organisation, configurationId).at(0);
}

/** The one with that number, or undefined. */
export function publishedVersion(
  organisation: Organisation,
  configurationId: string,
  version: string,
): Entity | undefined {
  return publishedVersions(organisation, configurationId).find((entry) => entry['version'] === version);
}

/** Keeps a version for good. */
export function keepPublished(organisation: Organisation, configuration: Entity): void {
  const id = `${configuration.id}/${String(configuration['version'])}`;
  publishedIn(organisation).put({ id, configurationId: configuration.id, configuration });
}

/** Removes the versions of a configuration that was deleted. */
export function forgetPublished(organisation: Organisation, configurationId: string): void {
  for (const { version } of publishedVersions(organisation, configurationId))
    publishedIn(organisation).remove(`${configurationId}/${String(version)}`);
}

function publishedIn(organisation: Organisation): Collection {
  return organisation.ledger('webdeployments_configuration.versions');
}
