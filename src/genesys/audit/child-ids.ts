import { valueAt, type JsonObject } from '../../core/index.ts';
import type { LiveObject, ResourceDescriptor } from '../../core/resource/index.ts';
import type { AuditEvent } from '../../engine/index.ts';
import { partsOf } from '../resource/place.ts';
import { listType } from '../resource/read.ts';
import { descriptorOf, type ResourceContext } from '../resource/context.ts';

/** An audit record as answered, and the event made of it. */
export interface RecordedEvent {
  readonly record: JsonObject;
  readonly event: AuditEvent;
}

/**
 * Events of children under our ids, `parentId/key`: audits name them by their key alone. The parent is the one in the
 * record's own address, or the only one that is called as the record says, or the only one there is. Events that may
 * belong to several parents are left out. Undefined when nothing is left of those of the wanted id; where its own part
 * is an id that the platform made, all records that were found by it are about the wanted one.
 */
export async function withChildIds(
  context: ResourceContext,
  descriptor: ResourceDescriptor,
  recorded: readonly RecordedEvent[],
  wanted: string | undefined,
): Promise<readonly AuditEvent[] | undefined> {
  if (descriptor.shape.kind !== 'child') return recorded.map(({ event }) => event);
  if (recorded.length === 0) return [];
  if (wanted !== undefined && isUnique(partsOf(context.catalogue, descriptor, wanted).own))
    return recorded.map(({ event }) => ({ ...event, entityId: wanted }));
  const isAddressed = recorded.every(({ record }) => parentInAddress(descriptor, record) !== undefined);
  const parents = isAddressed ? [] : await parentsOf(context, descriptor.shape.parentType);
  const known = recorded.flatMap(({ record, event }) => {
    const parent = parentInAddress(descriptor, record) ?? parentByName(parents, event.entityName);
    return parent === undefined ? [] : [{ ...event, entityId: `${parent}/${event.entityId}` }];
  });
  if (wanted === undefined) return known;
  return known.length === 0 ? undefined : known.filter(({ entityId }) => entityId === wanted);
}

const guid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** True for ids that the platform made: no other object has them. Keys that people choose are had by several. */
function isUnique(own: string): boolean {
  return guid.test(own);
}

/** The parent's id in the record's `selfUri`, which is built like the path of the child. */
function parentInAddress(descriptor: ResourceDescriptor, record: JsonObject): string | undefined {
  const address = valueAt(record, ['entity', 'selfUri']);
  const pattern = descriptor.api.list.path
    .replaceAll(/\{parentId\d*\}/gu, '([^/?]+)')
    .replaceAll(/\{\w+\}/gu, '[^/?]+');
  if (typeof address !== 'string' || !pattern.includes('(')) return undefined;
  const [, ...parents] = new RegExp(`${pattern}/`, 'u').exec(address) ?? [];
  return parents.length === 0 ? undefined : parents.join('/');
}

/** Children are listed by parent only, so for a child of a child there is nobody to choose among. */
async function parentsOf(context: ResourceContext, parentType: string): Promise<readonly LiveObject[]> {
  const isListed = descriptorOf(context.catalogue, parentType).shape.kind === 'object';
  return isListed ? (await listType(context, parentType)).objects : [];
}

function parentByName(parents: readonly LiveObject[], name: string): string | undefined {
  const called = parents.filter(({ body }) => body['name'] === name);
  const [only] = called.length === 0 ? parents : called;
  return called.length > 1 || (called.length === 0 && parents.length > 1) ? undefined : only?.id;
}
