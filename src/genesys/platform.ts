import type { JsonObject } from '../core/index.ts';
import type { LiveObject } from '../core/resource/index.ts';
import type { Platform, WriteContext } from '../engine/index.ts';
import { updateByDraft } from './action/draft.ts';
import { publishContent, settleJob } from './flow/publish.ts';
import type { GenesysOptions } from './options.ts';
import { readerOf } from './reader.ts';
import { descriptorOf, type ResourceContext } from './resource/context.ts';
import { updateMembership } from './resource/membership.ts';
import { readObject } from './resource/read.ts';
import { restoreObject } from './resource/restore.ts';
import { createObject, removeObject, updateObject } from './resource/write.ts';
import { openSession } from './session.ts';

/** A platform with the connections it holds. */
export type GenesysPlatform = Platform & { readonly close: () => Promise<void> };

/** Reads and writes an organisation through the public API, with the write credential. */
export function createGenesysPlatform(options: GenesysOptions): GenesysPlatform {
  let check: (() => Promise<void>) | undefined;
  const session = openSession(options, async () => check?.());
  const { context } = session;
  return {
    ...readerOf(context),
    create: (type, body, write) => create(context, { type, body, write }),
    update: (type, id, body, write) => update(context, { type, id, body, write }),
    remove: (type, id) => removeObject(context, type, id),
    restore: (type, id) => restoreObject(context, type, id),
    lackingPermissions: (type, kind) =>
      context.visibility.lackingOf(descriptorOf(context.catalogue, type).permissions[operations[kind]]),
    settleTicket: async (type, ticket) => {
      const { capability } = descriptorOf(context.catalogue, type).api;
      return capability.kind === 'flow-jobs' ? settleJob(context, capability, ticket) : { state: 'unknown' };
    },
    guardWrites: (next) => {
      check = next;
    },
    close: session.close,
  };
}

const operations = { create: 'add', update: 'edit', delete: 'delete' } as const;

interface Write {
  readonly type: string;
  readonly body: JsonObject;
  readonly write: WriteContext;
}

async function create(context: ResourceContext, { type, body, write }: Write): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { capability } = descriptor.api;
  if (capability.kind === 'flow-jobs' && write.content !== undefined)
    return publishContent(context, descriptor, capability, write);
  return createObject(context, type, body);
}

async function update(
  context: ResourceContext,
  { type, id, body, write }: Write & { readonly id: string },
): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { capability } = descriptor.api;
  switch (capability.kind) {
    case 'flow-jobs':
      return write.content === undefined
        ? updateObject(context, type, id, body)
        : publishContent(context, descriptor, capability, write);
    case 'membership': {
      const before = write.before?.body ?? (await readObject(context, type, id))?.body ?? {};
      return updateMembership(context.client, descriptor, capability, { parentId: id, before, after: body });
    }
    case 'draft-publish':
      return updateByDraft(context, descriptor, capability, { id, body, before: write.before?.body });
    case 'crud':
    case 'publish':
    case 'grants':
      return updateObject(context, type, id, body);
  }
}
