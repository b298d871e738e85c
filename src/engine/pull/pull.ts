import type { ReadRequest, Snapshot, TypeListing } from '../../core/resource/index.ts';
import type { Clock, PlatformReader } from '../ports.ts';
import { noListOr } from './no-list.ts';

/** A snapshot that holds nothing yet but whose organisation it is. */
export async function beginSnapshot(reader: PlatformReader, clock: Clock): Promise<Snapshot> {
  const { id } = await reader.identify();
  return {
    organisationId: id,
    takenAt: new Date(clock.now()).toISOString(),
    types: {},
    parts: {},
    contents: {},
    consumers: {},
  };
}

/** How many reads may be under way at once; the client's own limiter paces them. */
const concurrency = 8;

/**
 * The snapshot with the requested reads added. Requests that the snapshot can answer already are not sent. `onRead` hears
 * of every answer.
 */
export async function answerReads(
  reader: PlatformReader,
  snapshot: Snapshot,
  requests: readonly ReadRequest[],
  onRead: (request: ReadRequest) => void = () => undefined,
): Promise<Snapshot> {
  const draft: SnapshotDraft = {
    types: { ...snapshot.types },
    parts: Object.fromEntries(Object.entries(snapshot.parts).map(([type, byParent]) => [type, { ...byParent }])),
    contents: { ...snapshot.contents },
    consumers: { ...snapshot.consumers },
    deleted: { ...snapshot.deleted },
  };
  const queue = [...requests];
  const work = async (): Promise<void> => {
    for (let request = queue.shift(); request !== undefined; request = queue.shift()) {
      await answer(reader, draft, request);
      onRead(request);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, queue.length) }, work));
  return { ...snapshot, ...draft };
}

const noDeleted: TypeListing = {
  objects: [],
  complete: false,
  incompleteBecause: 'deleted objects can not be listed here',
};

interface SnapshotDraft {
  readonly types: Record<string, TypeListing>;
  readonly parts: Record<string, Record<string, TypeListing>>;
  readonly contents: Record<string, Snapshot['contents'][string]>;
  readonly consumers: Record<string, Snapshot['consumers'][string]>;
  readonly deleted: Record<string, TypeListing>;
}

async function answer(reader: PlatformReader, draft: SnapshotDraft, request: ReadRequest): Promise<void> {
  switch (request.kind) {
    case 'type':
      draft.types[request.type] ??= await reader
        .list(request.type)
        .catch((error: unknown) => noListOr(error, request.type));
      return;
    case 'part': {
      const byParent = (draft.parts[request.type] ??= {});
      byParent[request.parentId] ??= await reader.listPart(request.type, request.parentId);
      return;
    }
    case 'content':
      draft.contents[request.id] ??= (await reader.readContent(request.type, request.id)) ?? { text: '', revision: '' };
      return;
    case 'consumers':
      draft.consumers[request.id] ??= (await reader.consumers(request.type, request.id)) ?? null;
      return;
    case 'deleted':
      draft.deleted[request.type] ??= (await reader.listDeleted?.(request.type)) ?? noDeleted;
      return;
    default:
      request satisfies never;
  }
}
