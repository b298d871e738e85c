import type { JsonObject } from '../core/index.ts';
import type { LiveObject } from '../core/resource/index.ts';
import type { Platform, TestRunners, WriteContext } from '../engine/index.ts';
import { updateByDraft } from './action/draft.ts';
import { testAction } from './action/test-action.ts';
import { publishContent, settleJob } from './flow/publish.ts';
import type { GenesysOptions } from './options.ts';
import { readerOf } from './reader.ts';
import { createPublished, updatePublished } from './publish/draft.ts';
import { settlePublishing } from './publish/settle.ts';
import { descriptorOf, type ResourceContext } from './resource/context.ts';
import { replaceGrants } from './facet/grants.ts';
import { updateMembership } from './facet/membership.ts';
import { readObject } from './resource/read.ts';
import { withLiveIds, withOwnIds } from './resource/reference-ids.ts';
import { restoreObject } from './resource/restore.ts';
import { removeObject } from './resource/remove.ts';
import { createObject, updateObject } from './resource/write.ts';
import { openSession } from './session.ts';

/** A platform with the connections it holds. */
export type GenesysPlatform = Platform & {
  /** Executes a data action for a test. */
  readonly testAction: NonNullable<TestRunners['action']>;
  readonly close: () => Promise<void>;
};

/** Reads and writes an organisation through the public API, with the write credential. */
export function createGenesysPlatform(options: GenesysOptions): GenesysPlatform {
  let check: (() => Promise<void>) | undefined;
  const session = openSession(options, async () => check?.());
  const { context } = session;
  return {
    ...readerOf(context),
    create: async (type, body, write) =>
      answered(context, type, await create(context, sent(context, { type, body, write }))),
    update: async (type, id, body, write) =>
      answered(context, type, await update(context, { id, ...sent(context, { type, body, write }) })),
    remove: (type, id) => removeObject(context, type, id),
    restore: (type, id) => restoreObject(context, type, id),
    lackingPermissions: (type, kind) =>
      context.visibility.lackingOf(descriptorOf(context.catalogue, type).permissions[operations[kind]]),
    settleTicket: async (type, ticket) => {
      const descriptor = descriptorOf(context.catalogue, type);
      const { capability } = descriptor.api;
      if (capability.kind === 'flow-jobs') return settleJob(context, capability, ticket);
      if (capability.kind === 'publish') return settlePublishing(context, descriptor, capability, ticket);
      return { state: 'unknown' };
    },
    testAction: (order, signal) => testAction(context.client, order, signal),
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

/** The platform names a child by its own part alone, also where other objects refer to it. */
function sent(context: ResourceContext, { type, body, write }: Write): Write {
  const descriptor = descriptorOf(context.catalogue, type);
  const own = (given: JsonObject): JsonObject => withOwnIds(context.catalogue, descriptor, given);
  const { before } = write;
  return {
    type,
    body: own(body),
    write: before === undefined ? write : { ...write, before: { ...before, body: own(before.body) } },
  };
}

function answered(context: ResourceContext, type: string, live: LiveObject): LiveObject {
  return withLiveIds(context.catalogue, descriptorOf(context.catalogue, type), live);
}

async function create(context: ResourceContext, { type, body, write }: Write): Promise<LiveObject> {
  const descriptor = descriptorOf(context.catalogue, type);
  const { capability } = descriptor.api;
  if (capability.kind === 'flow-jobs' && write.content !== undefined)
    return publishContent(context, descriptor, capability, write);
  if (capability.kind === 'publish') return createPublished(context, descriptor, capability, { body, write });
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
    case 'grants':
      return replaceGrants(context, descriptor, capability, { id, body });
    case 'publish':
      return updatePublished(context, descriptor, capability, { id, body, write });
    case 'crud':
      return updateObject(context, type, id, body);
  }
}
