import { isJsonArray, type Json } from '../../json/json.ts';
import { canonicalJson } from '../../json/canonical-json.ts';
import type { Step } from '../../plan/plan.ts';
import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { revisionsOf, type WriteRules } from '../../resource/api-rules.ts';
import { addRead, addVersion, looksPerJob } from './read-requests.ts';
import type { Tally } from './tally.ts';

/** The write of a step, with what its type needs around it. */
export function addWrite(tally: Tally, descriptor: ResourceDescriptor, step: Exclude<Step, { kind: 'noop' }>): void {
  switch (step.kind) {
    case 'create':
      return addCreate(tally, descriptor);
    case 'delete':
      return addDelete(tally, descriptor, step.before);
    case 'update':
    case 'rename':
      return addUpdate(tally, descriptor, step);
    default:
      return step satisfies never;
  }
}

function addCreate(tally: Tally, descriptor: ResourceDescriptor): void {
  const { create, capability, settings } = descriptor.api;
  if (capability.kind === 'flow-jobs') return addPublishJob(tally, descriptor, capability.publishPath);
  addSending(tally, descriptor, create);
  if (settings !== undefined) addSettingsWrite(tally, settings.path);
  if (capability.kind === 'publish') addPublish(tally, descriptor, capability.path, capability.ready !== undefined);
}

function addUpdate(
  tally: Tally,
  descriptor: ResourceDescriptor,
  step: Extract<Step, { kind: 'update' | 'rename' }>,
): void {
  const { capability, update, settings } = descriptor.api;
  const fields =
    step.kind === 'rename' ? [...descriptor.key.fields, ...step.changes.map(head)] : step.changes.map(head);
  switch (capability.kind) {
    case 'membership':
      return addMembers(tally, descriptor, step);
    case 'grants':
      return tally.add('POST', capability.replacePath);
    case 'flow-jobs':
      if (fields.includes(descriptor.content?.field)) return addPublishJob(tally, descriptor, capability.publishPath);
      return addSending(tally, descriptor, update);
    case 'draft-publish':
      if (fields.every((field) => field !== undefined && capability.publishedFields.includes(field)))
        return addSending(tally, descriptor, update);
      tally.add('GET', capability.draftPath);
      tally.add('POST', capability.draftPath);
      tally.add('PATCH', capability.draftPath);
      return tally.add('POST', capability.publishPath);
    case 'publish':
      addSending(tally, descriptor, update);
      return addPublish(tally, descriptor, capability.path, capability.ready !== undefined);
    case 'crud':
      addSending(tally, descriptor, update);
      return settings === undefined ? undefined : addSettingsWrite(tally, settings.path);
    default:
      return capability satisfies never;
  }
}

function addDelete(tally: Tally, descriptor: ResourceDescriptor, before: { readonly [name: string]: Json }): void {
  const { delete: rules, update } = descriptor.api;
  const { first } = rules ?? {};
  if (first !== undefined) {
    addRead(tally, descriptor);
    const isReady = Object.entries(first).every(([name, value]) => before[name] === value);
    if (!isReady) addSending(tally, descriptor, update);
  }
  const revisions = revisionsOf(descriptor);
  if (revisions !== undefined) tally.add('GET', revisions.path);
  if (rules !== undefined) tally.add('DELETE', rules.path);
}

function addSending(tally: Tally, descriptor: ResourceDescriptor, rules: WriteRules | undefined): void {
  if (rules === undefined) return;
  addVersion(tally, descriptor, rules.path, 1);
  tally.add(rules.method, rules.path);
}

/** The upload goes elsewhere and counts towards no limit. */
function addPublishJob(tally: Tally, descriptor: ResourceDescriptor, path: string): void {
  tally.add('POST', path);
  tally.add('GET', `${path}/{id}`, looksPerJob.publish);
  addRead(tally, descriptor);
}

/** What is published goes on as a draft under another id in some types: both are read, and the list of revisions. */
function addPublish(tally: Tally, descriptor: ResourceDescriptor, path: string, waits: boolean): void {
  const revisions = revisionsOf(descriptor);
  if (revisions !== undefined) {
    tally.add('GET', revisions.path, 2);
    addRead(tally, descriptor);
    addRead(tally, descriptor);
  }
  if (waits) addRead(tally, descriptor);
  tally.add('POST', path);
  addRead(tally, descriptor);
}

function addSettingsWrite(tally: Tally, path: string): void {
  tally.add('GET', path);
  tally.add('PUT', path);
}

/** Members to add go in batches; members to remove one by one, or in batches too. */
function addMembers(
  tally: Tally,
  descriptor: ResourceDescriptor,
  step: Extract<Step, { kind: 'update' | 'rename' }>,
): void {
  const { capability, list } = descriptor.api;
  if (capability.kind !== 'membership') return;
  const change = step.changes.find(({ path }) => path[0] === capability.field);
  const [before, after] = [membersIn(change?.before), membersIn(change?.after)];
  const added = after.difference(before).size;
  const removed = before.difference(after).size;
  const { remove, addBatch } = capability;
  tally.add('POST', list.path, Math.ceil(added / addBatch));
  if (remove.kind === 'each') tally.add('DELETE', remove.path, removed);
  else tally.add('POST', remove.path, Math.ceil(removed / addBatch));
}

function membersIn(value: Json | undefined): Set<string> {
  if (!isJsonArray(value)) return new Set();
  return new Set(
    value.map((member) =>
      typeof member === 'object' && member !== null && '$handle' in member
        ? String(member.$handle)
        : canonicalJson(member),
    ),
  );
}

function head({ path }: { readonly path: readonly string[] }): string | undefined {
  return path[0];
}
