import type { PlatformReader, WriteObstacle } from '../engine/index.ts';
import { identify } from './access/identify.ts';
import { draftObstacles } from './action/draft-obstacles.ts';
import { readAudits } from './audit/audits.ts';
import { readConsumers } from './dependency/consumers.ts';
import { exportContent } from './flow/export.ts';
import { flowObstacles, withPersonNames } from './flow/obstacles.ts';
import type { GenesysOptions } from './options.ts';
import { descriptorOf, type ResourceContext } from './resource/context.ts';
import { listPages, listPart, listType, readObject } from './resource/read.ts';
import { listDeleted } from './resource/restore.ts';
import { createReadTogether } from './resource/read-together.ts';
import { openSession } from './session.ts';

/** A reader with the connections it holds. */
export type GenesysReader = PlatformReader & { readonly close: () => Promise<void> };

/** Reads an organisation through the public API. The object has no write method, at run time either. */
export function createGenesysReader(options: GenesysOptions): GenesysReader {
  const session = openSession(options);
  return { ...readerOf(session.context), close: session.close };
}

/** The reading half of the port on an open session. */
export function readerOf(context: ResourceContext): PlatformReader {
  const { client, catalogue, clock } = context;
  let asked: Promise<string> | undefined;
  const ownClientId = (): Promise<string> => (asked ??= identify(client).then((identity) => identity.clientId));
  return {
    identify: () => identify(client),
    list: (type) => listType(context, type),
    listPages: (type) => listPages(context, type),
    listPart: (type, parentId) => listPart(context, type, parentId),
    listDeleted: (type) => listDeleted(context, type),
    read: (type, id) => readObject(context, type, id),
    readBack: createReadTogether(context, clock),
    readContent: async (type, id) => {
      const descriptor = descriptorOf(catalogue, type);
      const { capability } = descriptor.api;
      return capability.kind === 'flow-jobs' ? exportContent(context, descriptor, capability, id) : undefined;
    },
    consumers: (type, id) => readConsumers(context, type, id),
    obstacles: (type, id) => readObstacles(context, ownClientId, { type, id }),
    audits: (type, interval, id) => readAudits(context, descriptorOf(catalogue, type), interval, id),
  };
}

async function readObstacles(
  context: ResourceContext,
  ownClientId: () => Promise<string>,
  { type, id }: { readonly type: string; readonly id: string },
): Promise<readonly WriteObstacle[]> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { capability } = descriptor.api;
  if (capability.kind === 'draft-publish') return draftObstacles(context, descriptor, capability, id);
  if (capability.kind !== 'flow-jobs') return [];
  const flow = await readObject(context, type, id);
  if (flow === undefined) return [];
  return flowObstacles(await withPersonNames(context.client, flow.body), await ownClientId());
}
