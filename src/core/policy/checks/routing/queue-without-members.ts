import { isJsonArray } from '../../../json/json.ts';
import { partByKey } from '../../../plan/world/listing.ts';
import { documentOf } from '../../../plan/world/projected-object.ts';
import type { ProjectedObject, World } from '../../../plan/world/world.ts';
import { referencesIn } from '../../../resource/reference.ts';
import { defineCheck } from '../../policy-check.ts';
import { isWritten, type TouchedObject } from '../../touched-objects.ts';

const [queue, members] = ['routing_queue', 'routing_queue_members'];
/** What brings people into a queue, by whichever field of the queue. */
const memberTypes: readonly string[] = ['group', 'team', 'routing_skill_group'];
const staffing = ['memberGroups', 'bullseye', 'conditionalGroupRouting', 'conditionalGroupActivation'];

/** SB1132: a queue that is made, or whose staffing changes, has somebody to answer. Reads the members of that queue. */
export const queueWithoutMembers = defineCheck({
  code: 'SB1132',
  name: 'queue-without-members',
  severity: 'info',
  protectedSeverity: 'warning',
  types: [queue, members],
  looksAt: 'members and member groups of queues that are made or whose staffing changes',
  run: ({ world, touched }) => {
    const queues = new Map(touched.flatMap((each) => queueOf(each)).map((each) => [each.object, each]));
    return [...queues.values()]
      .filter(({ object }) => object.exists && !hasGroups(object) && !hasMembers(world, object))
      .map(({ address, source }) => ({ detail: `${address} has no members and no member groups.`, address, source }));
  },
});

function queueOf(touched: TouchedObject): readonly Pick<TouchedObject, 'object' | 'address' | 'source'>[] {
  const { object, before, type, address, source } = touched;
  if (type === members) {
    return object.parent === undefined
      ? []
      : [{ object: object.parent, address: address.replace(members, queue), source }];
  }
  return before === undefined || staffing.some((field) => isWritten(touched, field)) ? [touched] : [];
}

function hasGroups(object: ProjectedObject): boolean {
  return referencesIn(documentOf(object)).some(({ $type }) => memberTypes.includes($type));
}

function hasMembers(world: World, object: ProjectedObject): boolean {
  const descriptor = world.input.catalogue.find(members);
  const part = descriptor === undefined ? undefined : partByKey(world, descriptor, object, '');
  const list = part === undefined ? undefined : documentOf(part)['members'];
  return isJsonArray(list) && list.length > 0;
}
