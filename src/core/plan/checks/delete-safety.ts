import type { ResourceDescriptor } from '../../resource/descriptor.ts';
import { goesWith, holds, searchForUsers, unsearched } from '../../resource/users.ts';
import { contentTargets } from '../steps/dependencies.ts';
import { changesOf } from '../steps/draft.ts';
import { addressOf } from '../world/label.ts';
import { ensureListed, findObject, objectsOfType } from '../world/listing.ts';
import { documentOf } from '../world/projected-object.ts';
import { needRead, note, report, type ProjectedObject, type World } from '../world/world.ts';

/** Refuses deletes of what something that stays still refers to, and says how far the search could look. */
export function checkDeletes(world: World): void {
  const deleted = [...world.objects.values()].flatMap((objects) =>
    [...objects.values()].filter((object) => !object.exists && object.live !== undefined),
  );
  const unseen = new Set<string>();
  for (const object of deleted) {
    checkDelete(world, object, unseen);
    noteWhatGoes(world, object);
  }
  if (unseen.size > 0)
    note(
      world,
      'info',
      'SB1022',
      `Not looked into for users of deleted objects: ${[...unseen].toSorted().join(', ')}.`,
    );
}

function checkDelete(world: World, object: ProjectedObject, unseen: Set<string>): void {
  if (object.descriptor.shape.kind === 'facet') return;
  const users = new Set<string>();
  const search = searchForUsers(world.input.catalogue, object.descriptor);
  for (const type of search.left) unseen.add(unsearched.part(type));
  for (const descriptor of search.types) {
    ensureListed(world, descriptor);
    if (world.input.snapshot.types[descriptor.type]?.complete === false) unseen.add(unsearched.hidden(descriptor.type));
    for (const user of referringObjects(world, descriptor, object)) users.add(addressOf(world, user));
  }
  for (const name of trackedUsers(world, object, unseen)) users.add(name);
  if (users.size === 0 || world.missing.size > 0) return;
  const address = addressOf(world, object);
  const shown = [...users].toSorted().slice(0, 10).join(', ');
  report(
    world,
    'SB1011',
    `${address} is still used by ${shown}${users.size > 10 ? ` and ${users.size - 10} more` : ''}.`,
    { address, ...(object.source === undefined ? {} : { source: object.source }) },
  );
}

function referringObjects(
  world: World,
  descriptor: ResourceDescriptor,
  target: ProjectedObject,
): readonly ProjectedObject[] {
  return objectsOfType(world, descriptor).filter((user) => {
    if (user === target || !mayMention(user, target.handle)) return false;
    return holds(user.descriptor, documentOf(user), targetOf(target));
  });
}

/** Says what the platform removes together with a deleted object. */
function noteWhatGoes(world: World, object: ProjectedObject): void {
  const { catalogue } = world.input;
  const able = searchForUsers(catalogue, object.descriptor).types.filter((type) => type.goesWith !== undefined);
  const going = able.flatMap((descriptor) =>
    objectsOfType(world, descriptor)
      .filter((user) => mayMention(user, object.handle))
      .filter((user) => goesWith(descriptor, documentOf(user), targetOf(object)))
      .map((user) => addressOf(world, user)),
  );
  if (going.length === 0 || world.missing.size > 0) return;
  const shown = `${going.toSorted().slice(0, 10).join(', ')}${going.length > 10 ? ` and ${going.length - 10} more` : ''}`;
  note(world, 'info', 'SB1034', `With ${addressOf(world, object)} the platform removes ${shown}.`);
}

function targetOf({ descriptor, handle }: ProjectedObject): { readonly type: string; readonly id: string } {
  return { type: descriptor.type, id: handle };
}

/** Cheap refusal first: a canonical document of each of thousands of objects is dear. */
function mayMention(user: ProjectedObject, id: string): boolean {
  return user.actions.size > 0 || user.live === undefined || JSON.stringify(user.live.body).includes(id);
}

/** Users that the platform's dependency tracking knows and that stay as they are. It knows no children. */
function trackedUsers(world: World, object: ProjectedObject, unseen: Set<string>): readonly string[] {
  if (object.descriptor.shape.kind !== 'object') return [];
  const consumers = world.input.snapshot.consumers[object.handle];
  if (consumers === undefined) {
    needRead(world, { kind: 'consumers', type: object.descriptor.type, id: object.handle });
    return [];
  }
  if (consumers === null) {
    unseen.add(unsearched.tracking(object.descriptor.noun));
    return [];
  }
  return consumers.flatMap((consumer) => {
    const user = findObject(world, consumer.type, consumer.id);
    if (user === undefined) return [`${consumer.type}/${consumer.name}`];
    if (!user.exists) return [];
    const isRewritten = changesOf(user).some((change) => change.path[0] === user.descriptor.content?.field);
    if (isRewritten && !contentTargets(world, user).includes(object)) return [];
    const letsGo = user.descriptor.content === undefined && !holds(user.descriptor, documentOf(user), targetOf(object));
    return letsGo ? [] : [addressOf(world, user)];
  });
}
