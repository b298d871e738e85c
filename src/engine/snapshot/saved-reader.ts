import type { SavedSnapshot } from '../../core/snapshot/index.ts';
import type { Catalogue, TypeListing } from '../../core/resource/index.ts';
import { engineError } from '../errors.ts';
import type { PlatformReader } from '../ports.ts';
import { canBeHeld } from './can-be-held.ts';

/**
 * The organisation as a saved snapshot shows it. SB3150 for what the snapshot does not hold; nothing is asked of anybody.
 */
export function createSavedReader(saved: SavedSnapshot, catalogue: Catalogue): PlatformReader {
  const { snapshot, header, obstacles } = saved;
  const partsOf = (type: string): readonly TypeListing[] => Object.values(snapshot.parts[type] ?? {});
  return {
    identify: async () => ({ ...header.organisation, clientId: '' }),
    list: async (type) => snapshot.types[type] ?? lacking(saved, `the list of ${type}`, `--type ${type}`),
    listPart: async (type, parentId) =>
      snapshot.parts[type]?.[parentId] ?? lacking(saved, `the ${type} of ${parentId}`, '--deep'),
    listDeleted: async (type) =>
      snapshot.deleted?.[type] ?? lacking(saved, `the deleted objects of ${type}`, `--type ${type}`),
    read: async (type, id) => {
      const listings = [snapshot.types[type], ...partsOf(type)].filter((listing) => listing !== undefined);
      if (listings.length === 0) return lacking(saved, `any ${type}`, `--type ${type}`);
      return listings.flatMap(({ objects }) => objects).find((object) => object.id === id);
    },
    readContent: async (type, id) => {
      const content =
        snapshot.contents[id] ?? lacking(saved, `the content of the ${type} ${id}`, `--type ${type} --deep`);
      return content.revision === '' ? undefined : content;
    },
    consumers: async (type, id) => {
      const consumers = snapshot.consumers[id];
      return consumers === undefined
        ? lacking(saved, `what uses the ${type} ${id}`, `--type ${type} --deep`)
        : (consumers ?? undefined);
    },
    obstacles: async (type, id) => {
      const known = obstacles[`${type} ${id}`];
      const descriptor = catalogue.find(type);
      if (known !== undefined || descriptor === undefined || !canBeHeld(descriptor)) return known ?? [];
      return lacking(saved, `who holds the ${type} ${id}`, `--type ${type} --deep`);
    },
    audits: async () => undefined,
  };
}

function lacking(saved: SavedSnapshot, what: string, flag: string): never {
  const { environment, takenAt } = saved.header;
  throw engineError('SB3150', `The snapshot of ${environment} from ${takenAt} does not hold ${what}.`, {
    remedy: `Take it again with the change: signalbox snapshot <change> --env ${environment}, or with ${flag}.`,
  });
}
